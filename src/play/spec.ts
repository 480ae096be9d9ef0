/** What a cell asks of this wing. It travels as JSON: in a notebook's output, and into a page. */

export type Language = "en" | "ko";

export interface PlaySpec {
  /** Which of the inhabitants. */
  readonly kind: "playground" | "backprop";
  readonly language: Language;
  /** Its own options; a file may say anything here, so whoever draws reads them again. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** The picture in place of an inhabitant, where no script runs. */
export interface Still {
  /** An SVG document without text in another alphabet than Latin: so it is the same on every machine. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
}
