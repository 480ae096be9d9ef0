/** Starts the lab for this project and opens it, until the user ends it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { userInfo } from "node:os";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { installedSpecs } from "../../jupyter/server/kernels/specModels.js";
import { startLab } from "../../jupyter/server/lab.js";
import { KERNEL_NAME } from "../../jupyter/protocol/kernelName.js";
import { editionFolder } from "../editions.js";
import { jupyterDataFolders } from "../../jupyter/protocol/dataFolders.js";
import type { Surroundings } from "../command.js";
import { selectNotebooks } from "../run/selectNotebooks.js";
import { languageOf } from "../../jupyter/server/routes/translations.js";
import { handInRoutes } from "./handInRoutes.js";
import { notebooksRoute } from "./notebooksRoute.js";
import { openBrowser } from "./openBrowser.js";
import type { LabOptions } from "./options.js";
import { runningRoute } from "./runningRoute.js";

const PORT = 8888;
/** Each kernel has a word with the end of this process. */
const MOST_LISTENERS = 200;
/** What lies beside the notebooks for commands and packages. */
const UNLISTED = ["given.json", "tensor-float64"];

/**
 * @returns true when the user has ended it
 * @throws {Error} if there is no such notebook, the front end is missing, or no port can be had
 */
export async function openLab(options: LabOptions, surroundings: Surroundings): Promise<boolean> {
  const { root, workingDirectory, signal } = surroundings;
  const notebooks = join(root, "notebooks");
  const { name, lang, port } = options;
  const [selected] = name === null ? [] : selectNotebooks([name], notebooks, workingDirectory, lang ?? "en");
  const path = selected === undefined ? "/tree" : `/notebooks/${selected.name.split("/").map(encodeURIComponent).join("/")}.ipynb`;
  process.setMaxListeners(MOST_LISTENERS);
  const own = join(root, ".cache", "lab");
  const require = createRequire(import.meta.url);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const lab = await startLab({
    notebooks,
    unlisted: UNLISTED,
    own,
    frontEnd: options.frontEnd ?? join(root, "lab", "front-end.zip"),
    extra: new Map([
      ["plotly.min.js", require.resolve("plotly.js-cartesian-dist-min/plotly-cartesian.min.js")],
      ["play.min.js", fileURLToPath(new URL("../../../dist/play/page.min.js", import.meta.url))],
    ]),
    specs: installedSpecs([join(root, "jupyter"), ...jupyterDataFolders()], KERNEL_NAME),
    title: "two-layer-net",
    version,
    username: userName(),
    lang,
    port: port ?? PORT,
    isPortFixed: port !== null,
    warm: selected === undefined ? posix.relative("notebooks", editionFolder("notebooks", lang ?? "en")) : posix.dirname(selected.name).replace(/^\.$/, ""),
    config: { handIn: "true", plotlyUrl: "/static/plotly.min.js", playUrl: "/static/play.min.js", exposeAppInBrowser: String(process.env.TWO_LAYER_NET_LAB_EXPOSE === "1") },
    routes: (kernels) => [
      notebooksRoute(root, ({ headers }) => languageOf(headers, lang).slice(0, 2)),
      ...handInRoutes(surroundings),
      runningRoute(kernels),
    ],
  });
  const address = lab.server.address(path);
  process.stdout.write(`${address}  (Ctrl-C ends it)\n`);
  const browser = options.browser ? openBrowser(address, own) : null;
  await ended(signal);
  browser?.close();
  await lab.close();
  return true;
}

function ended(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener("abort", () => resolve());
  });
}

/** A container without a user database has no user name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "student";
  }
}
