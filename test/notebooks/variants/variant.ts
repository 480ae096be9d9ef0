/** A right program in another style than the solution's. */
export interface ExerciseVariant {
  /** the id of the cell that it stands in */
  readonly exercise: string;
  readonly name: string;
  readonly code: string;
}

export function variant(exercise: string, name: string, code: string): ExerciseVariant {
  return { exercise, name, code };
}
