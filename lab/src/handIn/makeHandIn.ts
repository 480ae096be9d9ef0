import { Notification } from "@jupyterlab/apputils";
import { PageConfig } from "@jupyterlab/coreutils";
import type { ServerConnection } from "@jupyterlab/services";
import type { TranslationBundle } from "@jupyterlab/translation";
import { askServer } from "../host/askServer";

export interface HandInResult {
  readonly ok: boolean;
  /** As the command prints it. */
  readonly text: string;
  readonly warnings: readonly string[];
  readonly files: readonly { readonly name: string; readonly size: number }[];
}

export interface HandInWish {
  readonly name: string | null;
  readonly run: boolean;
}

interface Progress {
  readonly isBusy: boolean;
  readonly text: string;
}

const ROUTE = "two-layer-net/hand-in";
/** In milliseconds. */
const BETWEEN_LOOKS = 1000;

/** Has the server make the submission; a note at the bottom says how far it is. */
export async function makeHandIn(settings: ServerConnection.ISettings, { name, run }: HandInWish, trans: TranslationBundle): Promise<HandInResult> {
  const message = trans.__("Making the submission…");
  const id = Notification.emit(message, "in-progress", { autoClose: false });
  const look = window.setInterval(() => {
    askServer<Progress>(settings, ROUTE).then(({ text }) => {
      const last = text.trim().split("\n").at(-1);
      if (last) Notification.update({ id, message: `${message} ${last}` });
      // The answer to the request itself says what went wrong.
    }, () => undefined);
  }, BETWEEN_LOOKS);
  try {
    const body = JSON.stringify({ name, lang: PageConfig.getOption("lang") || "en", run });
    return await askServer<HandInResult>(settings, ROUTE, { method: "POST", body });
  } finally {
    window.clearInterval(look);
    Notification.dismiss(id);
  }
}
