import { english } from "./english.js";
import type { Words } from "./wordList.js";

export const korean: Words = english;
