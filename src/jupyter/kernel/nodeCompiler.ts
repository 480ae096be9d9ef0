import { fileURLToPath } from "node:url";
import { Cells } from "../cells/cells.js";
import { CellCompiler } from "../session/cellCompiler.js";
import type { CellSources } from "../session/cellSources.js";
import { compilerAdvice } from "../session/compilerAdvice.js";
import { cellFiles } from "./cellFiles.js";
import { typescript } from "./compiler.js";

const PROJECT = fileURLToPath(new URL("../../..", import.meta.url)).replace(/[/\\]$/, "");

const WORDS = {
  noPage: "cells run in Node, where there is no page",
  noLibrary: `the notebook lies outside of ${PROJECT}, where the library is: move it into ${PROJECT}/notebooks, or run npm install "${PROJECT}" once in the notebook's folder and restart the kernel`,
};

/** The compiler over the files of this computer. */
export function nodeCompiler(sources: CellSources): CellCompiler {
  const files = cellFiles();
  return new CellCompiler(new Cells(typescript, files, compilerAdvice(typescript, WORDS)), files.folder, sources);
}
