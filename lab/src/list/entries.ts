/** A notebook in the list, as the server tells it. */
export interface Entry {
  readonly path: string;
  readonly title: string;
  /** First paragraph, Markdown. */
  readonly summary?: string;
  readonly answers: { readonly given: number; readonly total: number } | null;
  readonly exercises: { readonly passed: number; readonly failed?: number; readonly total: number } | null;
}

export interface Entries {
  readonly lang: string;
  readonly notebooks: readonly Entry[];
}
