import type { TranslationBundle } from "@jupyterlab/translation";
import { pageAddress } from "../host/addresses";
import type { Entry } from "./entries";

/** One line of the list: number, title as a link, what is answered and passes, whether its kernel runs. */
export function entryItem({ path, title, answers, exercises }: Entry, runs: boolean, trans: TranslationBundle): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = pageAddress("notebooks", path);
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = title;
  const facts = document.createElement("span");
  facts.className = "tln-List-facts";
  const told = [
    answers && answers.total > 0 ? fact(trans.__("%1 of %2 questions answered", answers.given, answers.total), answers.given === answers.total) : undefined,
    exercises && exercises.total > 0 ? fact(trans.__("%1 of %2 exercises pass", exercises.passed, exercises.total), exercises.passed === exercises.total) : undefined,
    runs ? fact(trans.__("kernel runs"), false) : undefined,
  ];
  for (const node of told) if (node) facts.append(node);
  const file = document.createElement("span");
  file.className = "tln-List-file";
  file.textContent = path;
  item.append(link, facts, file);
  return item;
}

function fact(text: string, complete: boolean): HTMLSpanElement {
  const node = document.createElement("span");
  node.className = complete ? "tln-List-fact tln-mod-complete" : "tln-List-fact";
  node.textContent = complete ? `✓ ${text}` : text;
  return node;
}
