/** The licences of all packages in the bundle, one text for people and lawyers. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lab } from "./place.mjs";

const FILE = /^(licen[cs]e|copying|notice)/i;

/** @param {{ name: string, folder: string }[]} packages all packages of the bundle */
export function licences(packages) {
  const entries = packages.map(entryOf);
  const borrowed = [...new Set(entries.filter(({ own }) => own === undefined).map(({ licence }) => licence))].sort();
  return [
    "What the page of the lab is made of, and under which terms.\n",
    ...entries.map(textOf),
    ...borrowed.map((licence) => `${"=".repeat(80)}\nText of ${licence}\n\n${standardText(licence)}`),
  ].join("\n");
}

function entryOf({ name, folder }) {
  const { version, license, author, homepage } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const licence = typeof license === "string" ? license : license?.type;
  if (licence === undefined) throw new Error(`expected ${name} to name its licence in package.json, got none: look it up before it goes into the bundle`);
  const files = readdirSync(folder).filter((file) => FILE.test(file)).sort();
  const own = files.length > 0 ? files.map((file) => readFileSync(join(folder, file), "utf8").trim()).join("\n\n") : undefined;
  return { name, version, licence, author: (typeof author === "string" ? author : author?.name) ?? `the authors of ${name}`, homepage, own };
}

function textOf({ name, version, licence, author, own }) {
  const text = own ?? `Copyright (c) ${author.replace(/\s*<.*>/, "")}. The package has no file of its own for it: see "Text of ${licence}" at the end.`;
  return `${"=".repeat(80)}\n${name} ${version}: ${licence}\n\n${text}\n`;
}

function standardText(licence) {
  return readFileSync(join(lab, "licences", `${licence}.txt`), "utf8");
}
