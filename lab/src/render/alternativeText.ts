import type { IRenderMime } from "@jupyterlab/rendermime";

const PICTURE = /^\[picture: ([\s\S]*)\]$/;

/** What a picture or figure shows, from the line of text that comes with it; undefined where it brings none. */
export function alternativeText(model: IRenderMime.IMimeModel): string | undefined {
  const text = model.data["text/plain"];
  if (typeof text !== "string" || text.trim() === "") return undefined;
  return PICTURE.exec(text.trim())?.[1] ?? text.trim();
}
