import { readFileSync } from "node:fs";
import { scriptSource } from "../../jupyter/display/html.js";

/** Seen from the sources as from what is built of them. */
const FILE = new URL("../../../dist/play/page.min.js", import.meta.url);

/** The script element that draws what is to be played with, without a network. */
export function playScript(): string {
  return `<script>${scriptSource(readFileSync(FILE, "utf8"))}</script>\n`;
}
