/** Where an edition of the notebooks lies, and where its results go. */

/** The editions that the project keeps. */
export const LANGUAGES: readonly string[] = ["en", "ko"];

/**
 * The folder itself for English, and the folder in it that bears the language's code for any other.
 *
 * @param folder such as `notebooks` or `out`
 * @param lang two or three letters, such as `ko`
 * @throws {RangeError} if the language is no such code
 */
export function editionFolder(folder: string, lang: string): string {
  if (!/^[a-z]{2,3}$/.test(lang)) {
    throw new RangeError(`editionFolder: expected a language to be two or three small letters such as en or ko, got ${JSON.stringify(lang)}`);
  }
  return lang === "en" ? folder : `${folder}/${lang}`;
}
