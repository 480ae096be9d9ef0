import type { IRenderMime } from "@jupyterlab/rendermime";
import { alternativeText } from "./alternativeText";

/** Puts the static picture of an output into an element, until what draws it is there; nothing where there is none. */
export function showPicture(element: HTMLElement, model: IRenderMime.IMimeModel): void {
  const png = model.data["image/png"];
  if (typeof png !== "string") return;
  const picture = document.createElement("img");
  picture.src = `data:image/png;base64,${png}`;
  picture.alt = alternativeText(model) ?? "";
  element.replaceChildren(picture);
}
