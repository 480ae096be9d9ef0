import { sha256 } from "#host/bytes";
import { playPicture, playScript } from "#pictures";
import { scriptJson } from "../../jupyter/display/html.js";
import type { Shown } from "../../jupyter/display/mimeBundle.js";
import { playType } from "../../jupyter/display/playType.js";
import type { PlaySpec, Still } from "../../play/spec.js";
import { display, type DisplayOptions, kernelDisplay, pictureText } from "../display/display.js";
import { ScriptCarrier } from "../display/scriptCarrier.js";

const carrier = new ScriptCarrier(playScript);

/** Shows something to play with where scripts run, and as its picture everywhere else; outside a kernel, as a line of text. */
export function showPlay(spec: PlaySpec, still: Still, options: DisplayOptions): void {
  const id = sha256(new TextEncoder().encode(JSON.stringify(spec))).slice(0, 16);
  const run = kernelDisplay();
  if (run) display(playBundle(spec, still, id, carrier.scriptFor(id, run)));
  else (options.log ?? console.log)(pictureText(still.alt));
}

function playBundle(spec: PlaySpec, still: Still, id: string, script: string): Shown {
  const { width, height, alt } = still;
  const picture = playPicture(still);
  const html = picture && `<div data-play="${id}">${picture.html}</div>
${script}<script>(window.twoLayerNetPlay = window.twoLayerNetPlay || []).push(${scriptJson({ id, ...spec })});</script>`;
  return {
    data: { [playType]: spec, ...(picture && { "text/html": html, "image/png": picture.png }), "text/plain": pictureText(alt) },
    metadata: picture ? { "image/png": { width, height } } : {},
  };
}
