/** What checks say, in the language of the notebook that runs them. */
import { english } from "./english.js";
import { korean } from "./korean.js";
import { language } from "../../../jupyter/display/language.js";
import type { Words } from "./wordList.js";

const LANGUAGES: Readonly<Record<string, Words>> = { en: english, ko: korean };

export function words(): Words {
  return LANGUAGES[language()] ?? english;
}
