/** A page of the site: its own server of files and kernels, and the front end on top of it. */
import { channelSocket } from "../../../jupyter/page/channelSocket.js";
import { IndexedStore } from "../../../jupyter/page/indexedStore.js";
import type { ThreadLike } from "../../../jupyter/page/kernelThreads.js";
import { KernelWorker, type WorkerLike } from "../../../jupyter/page/kernelWorker.js";
import { pageFetch } from "../../../jupyter/page/pageFetch.js";
import { PageKernels } from "../../../jupyter/page/pageKernels.js";
import { SeededStore, type Seed } from "../../../jupyter/page/seededStore.js";
import { folderOf } from "../../../jupyter/server/contents/place.js";
import { languagesOf, schemasOf } from "../../../jupyter/server/frontEndData.js";
import { pageConfig } from "../../../jupyter/server/page.js";
import { router } from "../../../jupyter/server/router.js";
import { labRoutes } from "../../../jupyter/server/routes/labRoutes.js";
import type { KernelFiles } from "../../../jupyter/worker/workerMessages.js";
import { runningRoute } from "../../lab/runningRoute.js";
import { KERNEL_FOLDER, type Manifest } from "../manifest.js";
import { handInRoutes } from "./handInRoutes.js";
import { KeptImages } from "./images/keptImages.js";
import { FOLDER, PageImages } from "./images/pageImages.js";
import { isolate, keepAll } from "./isolate.js";
import { pageLanguage } from "./pageLanguage.js";
import { siteRoutes } from "./siteRoutes.js";
import { filesBelow, TellingStore } from "./tellingStore.js";
import { withoutCheckpoint } from "./withoutCheckpoint.js";
import { pageWords } from "./words.js";

declare const SITE: Manifest;

/** Where the front end looks for what serves it. */
const HOST = Symbol.for("two-layer-net.host");

const base = new URL(document.body.dataset.root ?? "./", location.href);
const lang = pageLanguage(base);
const words = pageWords(lang);

if (await isolate(base)) await start().catch((error: unknown) => say(words.failed((error as Error).message)));

async function start(): Promise<void> {
  const view = document.body.dataset.notebook ?? "tree";
  const path = new URLSearchParams(location.search).get("path") ?? "";
  const { frontEnd } = SITE;
  const entry = at(`${frontEnd.folder}/static/${frontEnd.script}`);
  preload(entry);
  const data = Promise.all([`${frontEnd.folder}/schemas.json`, `${frontEnd.folder}/locales/ko.json`].map(askJson));
  const { files: local, own } = await IndexedStore.open(`two-layer-net ${base.pathname}`, ["files", "own"] as const).catch((error: unknown) => {
    throw new Error(words.noStore((error as Error).message));
  });
  const stored = new SeededStore(local, own, SITE.seeds.map(seedOf));
  const images = new PageImages({
    words: words.images,
    kept: new KeptImages(`two-layer-net ${base.pathname} images`),
    site: SITE.images,
    at,
    hasFolder: async () => (await stored.look(FOLDER)) !== null,
    askToKeep: () => void askToKeep(),
    worker: () => new Worker(at(SITE.imageWorker), { type: "module", name: "images" }),
  });
  const kernels = new PageKernels({
    spec: SITE.spec,
    words: words.kernel,
    start: async (folder) => new KernelWorker(
      {
        kernel: () => new Worker(inKernel(SITE.kernel.worker), { type: "module", name: "kernel" }) as WorkerLike,
        thread: (address, options) => new Worker(address, options) as ThreadLike,
      },
      { files: kernelFiles(), folder, lang: folder === "ko" ? "ko" : "en", stored: await filesForCells(stored), large: await images.forKernel() },
      crossOriginIsolated,
    ),
    keep: async (file, bytes) => (bytes === null ? stored.remove(file) : stored.write(file, bytes)),
  });
  if (view === "notebooks") {
    kernels.warmUp(folderOf(path));
    // The front end asks for it when it has been built: by then it has come. What is wrong with it is said then.
    stored.read(path).catch(() => {});
  }
  const files = new TellingStore(stored, (file, bytes) => {
    if (!file.endsWith(".ipynb")) kernels.tellFile(file, bytes);
    void askToKeep();
  });
  const [schemas, korean] = await data;
  const { title, version } = SITE;
  const routes = withoutCheckpoint(router([
    ...siteRoutes(SITE, files, local, () => lang),
    ...handInRoutes({ manifest: SITE, files, local, own }, words),
    runningRoute(kernels),
    ...labRoutes({
      files, own, kernels, unlisted: [], schemas: schemasOf(schemas), languages: languagesOf((code) => (code === "ko" ? korean : {})), lang, version, username: "student",
    }),
  ]));
  Object.assign(globalThis, { [HOST]: { fetch: pageFetch(routes, base.href), WebSocket: channelSocket(kernels), images } });
  configure({
    ...pageConfig(view, path, { title, version }, base.pathname, { static: `${frontEnd.folder}/static`, themes: `${frontEnd.folder}/themes` }),
    lang, site: "true", handIn: "true", plotlyUrl: at(SITE.plotly), playUrl: at(SITE.play),
  });
  document.documentElement.lang = lang;
  await import(entry);
  // The cells first: what else there is comes when nobody waits for it.
  setTimeout(keepAll, view === "notebooks" ? 20_000 : 3000);
}

function at(path: string): string {
  return new URL(path, base).href;
}

/** A file of the site's. */
async function ask(path: string): Promise<Response> {
  const answer = await fetch(at(path));
  if (!answer.ok) throw new Error(`${path} is missing (${answer.status})`);
  return answer;
}

async function askJson(path: string): Promise<unknown> {
  return (await ask(path)).json();
}

function seedOf({ path, file, size, modified }: Manifest["seeds"][number]): Seed {
  const read = async (): Promise<Uint8Array> => {
    const answer = await ask(file).catch((error: unknown) => {
      throw new Error(words.notFetched(path, (error as Error).message));
    });
    return new Uint8Array(await answer.arrayBuffer());
  };
  return { path, size, modified: new Date(modified), read };
}

function inKernel(file: string): string {
  return at(`${KERNEL_FOLDER}/${file}`);
}

function kernelFiles(): KernelFiles {
  const { typescript, declarations, packages, workers } = SITE.kernel;
  return {
    typescript: inKernel(typescript),
    declarations: inKernel(declarations),
    packages: Object.fromEntries(Object.entries(packages).map(([name, file]) => [name, inKernel(file)])),
    workers: { engine: inKernel(workers.engine), trial: inKernel(workers.trial), gap: inKernel(workers.gap) },
  };
}

/** All but notebooks. */
async function filesForCells(store: SeededStore): Promise<ReadonlyMap<string, Uint8Array>> {
  const paths = (await filesBelow(store, "")).filter((path) => !path.endsWith(".ipynb"));
  return new Map(await Promise.all(paths.map(async (path) => [path, await store.read(path)] as const)));
}

let asked = false;

/** That the browser does not throw it away by itself: asked for with the first file that is written. */
async function askToKeep(): Promise<void> {
  if (asked) return;
  asked = true;
  await navigator.storage?.persist?.().catch(() => false);
}

/** Where the front end looks for its configuration. */
function configure(config: Readonly<Record<string, string>>): void {
  const element = document.createElement("script");
  element.id = "jupyter-config-data";
  element.type = "application/json";
  element.textContent = JSON.stringify(config);
  document.head.append(element);
}

function preload(script: string): void {
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = script;
  document.head.append(link);
}

function say(text: string): void {
  const note = document.createElement("p");
  note.setAttribute("role", "alert");
  note.textContent = text;
  document.body.append(note);
}
