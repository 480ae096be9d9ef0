/** The images that notebooks use, where the page itself has them. */
export interface Images {
  state(): Promise<ImagesState>;
  /** @throws {Error} with what to do, in the language of the page */
  take(files: readonly File[], tell: (progress: ImagesProgress) => void): Promise<void>;
  remove(): Promise<void>;
}

/** Counts are of images to train and validate with, and to test with. */
export interface ImagesState {
  readonly kind: "own" | "site" | "folder" | "synthetic";
  readonly training: number;
  readonly test: number;
}

export interface ImagesProgress {
  readonly step: "unpacking" | "checking" | "keeping";
  /** 0 to 1 */
  readonly share: number;
}
