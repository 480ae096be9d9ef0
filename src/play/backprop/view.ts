/** What is to be seen of a session, as HTML text: the parts are put in place, and listened to, by `backprop`. */
import { formatExponent, relError } from "../../index.js";
import { escaped } from "./drawing.js";
import { EXAMPLES } from "./examples.js";
import { flowPicture } from "./flowPicture.js";
import { type Cell, elements } from "./judge.js";
import { networkPicture } from "./networkPicture.js";
import { shown } from "./numbers.js";
import type { Scene } from "./scene.js";
import type { Answer, Session } from "./session.js";
import { isRead, type Named, type Station } from "./station.js";
import type { Words } from "./words.js";

/** `dw[0, 1]`; the only number of its kind is just `L`. */
export function elementName({ name, values }: Named, [i, j]: Cell): string {
  return values.size === 1 ? name : `${name}[${i}, ${j}]`;
}

function button(key: string, words: string, look = "", more = ""): string {
  return `<button type="button" data-key="${key}" class="${look}"${more}>${words}</button>`;
}

/** The places of the parts; what is read aloud has to be there before it is filled. */
export function frameHtml(words: Words): string {
  return `<h2 class="title">${words.title}</h2><div class="tabs" role="group" aria-label="${words.example}"></div><nav class="steps" aria-label="${words.stations}"></nav>
<div class="body"><div class="card"></div><div class="picture"></div></div>
<details><summary data-key="edit">${words.edit}</summary><div class="edit"></div><p class="trouble" role="alert"></p></details>
<p class="keys quiet">${words.keys}</p><p class="live" role="status"></p>`;
}

export function tabsHtml(session: Session, words: Words): string {
  return EXAMPLES.map((name) => button(`example ${name}`, words.examples[name], "tab", ` aria-pressed="${name === session.example.name}"`)).join("");
}

const MARKS = { right: " ✓", shown: " ○" } as const;

export function stepsHtml({ example, at, answers }: Session, words: Words): string {
  const list = (isBack: boolean) => example.stations.map((station, k) => {
    if ((station.numeric !== undefined) !== isBack) return "";
    const { found } = answers[k];
    return `<li>${button(`go ${k}`, `${station.name}${found ? MARKS[found] : ""}`, `step ${found ?? ""}`, k === at ? ' aria-current="step"' : "")}</li>`;
  }).join("");
  return `<div class="forward"><span>${words.forward}</span><ol>${list(false)}</ol></div><div class="backward"><span>${words.backward}</span><ol>${list(true)}</ol></div><p class="quiet">${words.progress(answers.filter(({ found }) => found === "right").length, answers.length)}</p>`;
}

/** The picture that goes with an example. */
export function scenePicture(scene: Scene, label: string): string {
  return scene.example.name === "network" ? networkPicture(scene, label) : flowPicture(scene, label);
}

export function pictureHtml({ scene }: Session, words: Words): string {
  return `${scenePicture(scene, `${words.examples[scene.example.name]}. ${words.picture}.`)}<p class="quiet">${words.picture}</p>`;
}

/** The tone of an array by its name: gradients begin with d, parameters are W and b. */
function toneOf(name: string): string {
  if (name.startsWith("d")) return "backward";
  return /^[Wwb]/.test(name) ? "parameter" : "forward";
}

function matrixHtml({ name, values }: Named, content: (cell: Cell) => string, look: (cell: Cell) => string): string {
  const rows = Array.from({ length: values.shape[0] }, (_, i) => elements([1, values.shape[1]]).map(([, j]) => `<td class="${look([i, j])}">${content([i, j])}</td>`).join(""));
  return `<table class="matrix ${toneOf(name)}"><caption>${name} <span class="quiet">${values.shape.join(" × ")}</span></caption><tbody>${rows.map((row) => `<tr>${row}</tr>`).join("")}</tbody></table>`;
}

function equationHtml({ station, answer }: Session): string {
  const marks = answer.hint || answer.isOpen;
  const operands = station.operands.map((operand) =>
    termHtml(operand.before, matrixHtml(operand, (cell) => shown(operand.values.get(...cell)), (cell) => (marks && isRead(operand, cell, answer.cell) ? "read" : ""))));
  const isAsked = (cell: Cell) => cell.join() === answer.cell.join();
  const result = matrixHtml(station, (cell) => (answer.isOpen ? shown(station.values.get(...cell)) : isAsked(cell) ? "?" : "·"), (cell) => (isAsked(cell) ? "asked" : ""));
  return `<div class="equation">${operands.join("")}${termHtml(station.operands.some(({ before }) => before) ? "=" : "→", result)}</div>`;
}

/** A matrix with the sign in front of it, which stay together where lines break. */
function termHtml(sign: string, matrix: string): string {
  return `<div class="term">${sign && `<span class="sign">${sign}</span>`}${matrix}</div>`;
}

/** What is said of an answer. */
export function verdictText({ station, answer: { verdict, isOpen } }: Session, words: Words): string {
  if (verdict === null) return isOpen ? words.shown : "";
  if (verdict.kind !== "wrong") return words[verdict.kind];
  if (verdict.place) return `${words.wrong} ${words.elsewhere(elementName(station, verdict.place))}`;
  return [words.wrong, verdict.mistakes.map((name) => words.mistakes[name]).join(` ${words.or} `)].join(" ").trim();
}

function openHtml({ station, answer: { cell }, example }: Session, words: Words): string {
  const name = elementName(station, cell);
  const lines = [`<p class="worked">${name} = ${escaped(station.worked(...cell))} = <strong>${shown(station.values.get(...cell))}</strong></p>`];
  if (station.numeric) {
    const numeric = station.numeric();
    const value = String(Number(numeric.get(...cell).toPrecision(8))).replaceAll("-", "−");
    lines.push(`<p class="numeric">${words.numeric(name, value, formatExponent(relError(numeric, station.values), 0))}</p>`);
    const sums = example.stations.find((each) => each.name === "a");
    if (sums?.values.data.some((sum) => Math.abs(sum) < KINK)) lines.push(`<p class="numeric">${words.kink}</p>`);
  }
  return lines.join("");
}

/** Nearer to 0 than this, a step of 1e-5 in an input may reach over the kink. */
const KINK = 1e-3;

export function cardHtml(session: Session, words: Words): string {
  const { station, answer, at, example } = session;
  const way = station.numeric ? "backward" : "forward";
  const rule = words.rules[station.rule];
  const last = example.stations.length - 1;
  const pager = `<div class="pager ${way}">${button("previous", "‹", "round", ` aria-label="${words.previous}"${at === 0 ? " disabled" : ""}`)}
<span><strong>${words[way]}</strong> · ${words.place(at + 1, last + 1)}</span>${button("next", "›", "round", ` aria-label="${words.next}"${at === last ? " disabled" : ""}`)}</div>`;
  const why = `${rule.why}${station.operands.some(({ name }) => name === "reg") ? ` ${words.withReg}` : ""}`;
  const formula = `${station.name} = ${escaped(station.formula)}`;
  return `${pager}<h3>${rule.title}: ${station.name}</h3><p>${why}</p><p class="formula ${toneOf(station.name)}">${formula}</p>
${equationHtml(session)}${formHtml(station, answer, at === last, words)}${feedbackHtml(session, words)}`;
}

function formHtml(station: Station, { cell, hint, isOpen }: Answer, isLast: boolean, words: Words): string {
  const submit = isOpen && isLast ? "" : `<button class="main" data-key="submit">${isOpen ? words.next : words.check}</button>`;
  const others = isOpen
    ? (station.values.size > 1 ? button("another", words.another) : "")
    : (hint ? "" : button("hint", words.hint)) + button("show", words.show);
  return `<form><label><span>${words.question}</span> <span class="ask">${elementName(station, cell)} = <input data-key="answer" type="text" inputmode="text" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="done"${isOpen ? " readonly" : ""}></span></label>
<span class="buttons">${submit}${others}</span></form>`;
}

function feedbackHtml(session: Session, words: Words): string {
  const { answer, station, answers } = session;
  const kind = answer.isOpen ? "right" : answer.verdict?.kind === "wrong" ? "wrong" : "info";
  const said = verdictText(session, words);
  const parts = [
    said ? `<p class="said">${said}</p>` : "",
    answer.hint && !answer.isOpen ? `<p class="hint">${words.rules[station.rule].hint}</p>` : "",
    answer.isOpen ? openHtml(session, words) : "",
    answers.every(({ found }) => found) && answer.isOpen ? `<p><strong>${words.finished}</strong></p>` : "",
  ].join("");
  return parts && `<div class="feedback ${kind}">${parts}</div>`;
}

/** The given numbers in fields. */
export function editHtml({ example }: Session, words: Words): string {
  const fields = Object.entries(example.given).map(([name, values]) => matrixHtml({ name, values }, (cell) => {
    const value = escaped(String(values.get(...cell)));
    return `<input data-key="given ${name} ${cell.join(" ")}" type="text" inputmode="text" autocomplete="off" aria-label="${elementName({ name, values }, cell)}" value="${value}">`;
  }, () => ""));
  return `<p>${words.editText}</p><div class="fields">${fields.join("")}</div>${button("restore", words.restore)}`;
}
