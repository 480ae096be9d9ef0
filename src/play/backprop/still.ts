/** The first station as a picture, for what runs no script. */
import type { Language, Still } from "../spec.js";
import { sheet, text } from "./drawing.js";
import { openedFirst } from "./examples.js";
import { Session } from "./session.js";
import { elementName, scenePicture } from "./view.js";
import { WORDS } from "./words.js";

const [WIDTH, MARGIN, HEAD] = [494, 24, 78];

/** @param language of its title, and of what it shows to those who do not see it */
export function backpropStill(options: { readonly example?: unknown }, language: Language): Still {
  const [session, words] = [new Session(openedFirst(options)), WORDS[language]];
  const { station, answer, scene } = session;
  const drawing = scenePicture(scene, "");
  const height = HEAD + Number(/ height="(\d+)"/.exec(drawing)![1]) + MARGIN;
  const question = `${elementName(station, answer.cell)} = ?`;
  const svg = sheet(WIDTH, height, words.title, [
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    text(MARGIN, 24, words.title, { size: 16, anchor: "start", bold: true }),
    text(MARGIN, 50, `${station.name} = ${station.formula}`, { size: 14, anchor: "start", tone: "forward" }),
    text(WIDTH - MARGIN, 50, question, { size: 14, anchor: "end", bold: true }),
    drawing.replace("<svg ", `<svg x="${MARGIN}" y="${HEAD}" `),
  ]);
  const alt = `${words.title}: ${words.examples[session.example.name]}. ${words.rules[station.rule].title}, ${station.name} = ${station.formula}. ${words.question} ${question} ${words.pictureNote}`;
  return { svg, width: WIDTH, height, alt };
}
