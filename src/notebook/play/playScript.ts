import { pathOf, read } from "#host/files";
import { scriptSource } from "../../jupyter/display/html.js";

/** Seen from the sources as from what is built of them. */
const FILE = new URL("../../../dist/play/page.min.js", import.meta.url);

/** The script element that draws what is to be played with, without a network. */
export function playScript(): string {
  return `<script>${scriptSource(new TextDecoder().decode(read(pathOf(FILE.href))))}</script>\n`;
}
