/** A notebook as students get it: without what gives answers away, and with what is due when and for how much. */
import { type Cell, hasTag, type Notebook } from "../../jupyter/nbformat/notebook.js";
import { declaredIn } from "../grade/declarations.js";
import { type Grading, said } from "../grade/gradingFile.js";
import { pointsText } from "../grade/points.js";
import { timeText } from "../grade/timeText.js";

/** A link to the notebook that students do not get. */
const WORKED_LINK = "two_layer_net.ipynb";

const WORDS = {
  en: {
    points: (points: string) => `*${points} points*`,
    pointsFor: (points: string, what: string) => `*${what}: ${points} points*`,
    due: (time: string) => `**Due: ${time}.**`,
    total: (points: string) => `${points} points in all. Hand in by *File → Hand in…*, or with \`npm run submit -- --name "Your name"\`.`,
  },
  ko: {
    points: (points: string) => `*${points}점*`,
    pointsFor: (points: string, what: string) => `*${what}: ${points}점*`,
    due: (time: string) => `**마감: ${time}.**`,
    total: (points: string) => `모두 ${points}점입니다. *File → Hand in…* 메뉴나 \`npm run submit -- --name "이름" --lang ko\`로 제출합니다.`,
  },
} as const;

/** Without model answers, and without sentences that send the reader to the worked edition. */
export function studentEdition({ metadata, cells }: Notebook): Notebook {
  const kept = cells.filter((cell) => !cell.id.startsWith("model-answer") && !hasTag(cell, "model-answer"));
  return { metadata, cells: kept.map((cell) => (cell.cell_type === "markdown" ? { ...cell, source: withoutWorked(cell.source) } : cell)) };
}

function withoutWorked(source: string): string {
  if (!source.includes(WORKED_LINK)) return source;
  const lines = source.split("\n").map((line) => {
    if (!line.includes(WORKED_LINK)) return line;
    const sentences = line.split(/(?<=[.!?])\s+(?=[\p{Lu}\p{Lo}[`*(])/u).map(withoutClause).filter((sentence) => sentence !== "");
    return sentences.join(" ");
  });
  return lines.join("\n").replaceAll(/\n{3,}/g, "\n\n").trim();
}

/** A sentence of which a part behind a semicolon goes ends there. */
function withoutClause(sentence: string): string {
  const clauses = sentence.split(/;\s+/);
  const kept = clauses.filter((clause) => !clause.includes(WORKED_LINK));
  if (kept.length === 0) return "";
  return kept.length === clauses.length ? sentence : kept.join("; ").replace(/[^.!?]$/, "$&.");
}

/** The exercises with points below the headings of what they are given for, and the due time below the title. */
export function withPoints({ metadata, cells }: Notebook, grading: Grading, lang: "en" | "ko"): Notebook {
  const words = WORDS[lang];
  const notes = new Map<string, string[]>();
  const note = (cell: Cell | undefined, text: string): void => void (cell && notes.set(cell.id, [...(notes.get(cell.id) ?? []), text]));
  for (const { functions, points, hiddenPoints, title } of grading.exercises) {
    const at = cells.findIndex((cell) => declaredIn([cell]).declarations.some(({ names }) => names.includes(functions[0])));
    const above = cells.slice(0, Math.max(at, 0)).findLast((cell) => cell.cell_type === "markdown" && /^## /m.test(cell.source));
    note(above, words.pointsFor(pointsText(points + hiddenPoints), said(title, lang)));
  }
  for (const { id, points } of grading.questions) note(cells.find((cell) => cell.id === id), words.points(pointsText(points)));
  const total = pointsText([...grading.exercises.map(({ points, hiddenPoints }) => points + hiddenPoints), ...grading.questions.map(({ points }) => points)].reduce((a, b) => a + b, 0));
  note(cells[0], [...(grading.due === null ? [] : [words.due(timeText(grading.due, lang))]), words.total(total)].join(" "));
  return { metadata, cells: cells.map((cell) => ({ ...cell, source: withNotes(cell.source, notes.get(cell.id) ?? []) })) };
}

/** Below the first heading, whose own text stays: other notebooks link to it. */
function withNotes(source: string, notes: readonly string[]): string {
  if (notes.length === 0) return source;
  const [heading, ...rest] = source.split("\n");
  return [heading, "", notes.join(" · "), ...rest].join("\n");
}
