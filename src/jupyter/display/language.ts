/** The language of the notebook that runs this code. */
import { absolute, nameOf } from "#host/files";
import { environment } from "#host/machine";

/**
 * Whoever starts a kernel knows the notebook and its language, and says it in TWO_LAYER_NET_LANG. Where nobody does, as in
 * JupyterLab, the working directory is the notebook's folder: that of the Korean edition is `ko`.
 */
export function language(): "en" | "ko" {
  const told = environment["TWO_LAYER_NET_LANG"];
  if (told === "en" || told === "ko") return told;
  return nameOf(absolute("")) === "ko" ? "ko" : "en";
}
