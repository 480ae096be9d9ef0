/** A text in the language of the notebook that runs this code. */
import { language } from "../../jupyter/display/language.js";
import { twinOf } from "./twinOf.js";

/**
 * The text itself in an English notebook, its Korean twin in a Korean one. Cells, figures and tables are written once,
 * in English; `showFigure`, `showImage`, `showTable`, `say`, progress lines and assertions come here with what they show.
 *
 * @param text in English, with any numbers and names in it
 * @returns the text as it is, too, if it has no twin
 * @example
 * inLanguage("Training loss") // "Training loss"
 */
export function inLanguage(text: string): string {
  return language() === "ko" ? twinOf(text) : text;
}
