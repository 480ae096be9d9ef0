/** `/two-layer-net/notebooks`: the notebooks in reading order, with what is answered and which exercises pass. */
import { readFileSync } from "node:fs";
import { json, type Request } from "../../jupyter/server/request.js";
import type { Route } from "../../jupyter/server/router.js";
import { type CodeCell, hasTag, type Notebook } from "../../jupyter/nbformat/notebook.js";
import { readNotebook } from "../../jupyter/nbformat/readNotebook.js";
import { isAnswered } from "../run/answers.js";
import { selectNotebooks, type Selected } from "../run/selectNotebooks.js";

export interface Overview {
  /** From the folder of notebooks. */
  readonly path: string;
  readonly name: string;
  readonly title: string;
  /** The first paragraph, as it is written. */
  readonly summary: string;
  readonly answers: { readonly given: number; readonly total: number };
  readonly exercises: { readonly passed: number; readonly failed: number; readonly total: number };
  /** Why the file cannot be read, else null. */
  readonly problem: string | null;
}

/** @param langOf the edition that is meant where the address names none */
export function notebooksRoute(folder: string, langOf: (request: Request) => string): Route {
  const handle: Route["handle"] = (request) => {
    const lang = (request.query.get("lang") ?? langOf(request)) === "ko" ? "ko" : "en";
    return json({ lang, notebooks: selectNotebooks([], folder, folder, lang).map(overviewOf) });
  };
  return { method: "GET", pattern: "/two-layer-net/notebooks", handle };
}

function overviewOf({ name, path }: Selected): Overview {
  const short = name.slice(name.lastIndexOf("/") + 1);
  const empty = { path: `${name}.ipynb`, name: short, title: short, summary: "", answers: { given: 0, total: 0 }, exercises: { passed: 0, failed: 0, total: 0 } };
  try {
    const notebook = readNotebook(readFileSync(path, "utf8"), `${name}.ipynb`);
    return { ...empty, ...opening(notebook, short), answers: answersOf(notebook), exercises: exercisesOf(notebook), problem: null };
  } catch (error) {
    return { ...empty, problem: (error as Error).message };
  }
}

function opening({ metadata, cells }: Notebook, name: string): { title: string; summary: string } {
  const text = cells.find(({ cell_type }) => cell_type === "markdown")?.source ?? "";
  const blocks = text.split(/\n\s*\n|(?<=^#.*)\n/m).map((block) => block.trim());
  const heading = blocks.find((block) => /^#+\s/.test(block))?.replace(/^#+\s+(?:\d+\.\s+)?/, "");
  const title = typeof metadata.title === "string" ? metadata.title : (heading ?? name);
  return { title, summary: blocks.find((block) => /^[\p{L}\p{N}*_`$"“(]/u.test(block)) ?? "" };
}

function answersOf({ cells }: Notebook): Overview["answers"] {
  const answers = cells.filter((cell) => hasTag(cell, "answer"));
  return { given: answers.filter(isAnswered).length, total: answers.length };
}

/** The cell that follows those to be written is their check: its report says how it went when it last ran. */
function exercisesOf({ cells }: Notebook): Overview["exercises"] {
  const code = cells.filter((cell) => cell.cell_type === "code");
  const checks = code.filter((cell, index) => !hasTag(cell, "exercise") && index > 0 && hasTag(code[index - 1]!, "exercise"));
  const reports = checks.map(reportOf);
  const count = (report: ReturnType<typeof reportOf>): number => reports.filter((found) => found === report).length;
  return { passed: count("passed"), failed: count("failed"), total: checks.length };
}

function reportOf({ outputs }: CodeCell): "failed" | "open" | "passed" {
  if (outputs.some(({ output_type }) => output_type === "error")) return "failed";
  const texts = outputs.flatMap((output) => ("data" in output ? [String(output.data["text/plain"] ?? "")] : []));
  const [, passed, all] = texts.map((text) => /^.*: (\d+) of (\d+) checks passed$/m.exec(text.split("\n")[0]!)).find((found) => found !== null) ?? [];
  if (passed !== undefined) return passed === all ? "passed" : "failed";
  return texts.some((text) => /\bfailed\b/.test(text.split("\n")[0]!)) ? "failed" : "open";
}
