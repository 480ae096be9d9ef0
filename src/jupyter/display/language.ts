/** The language of the notebook that runs this code. */
import { basename } from "node:path";

/**
 * Whoever starts a kernel knows the notebook and its language, and says it in TWO_LAYER_NET_LANG. Where nobody does, as in
 * JupyterLab, the working directory is the notebook's folder: that of the Korean edition is `ko`.
 */
export function language(): "en" | "ko" {
  const told = process.env["TWO_LAYER_NET_LANG"];
  if (told === "en" || told === "ko") return told;
  return basename(process.cwd()) === "ko" ? "ko" : "en";
}
