/** What the page answers for the project, as the lab does: the list, and everything as a zip. */
import { strToU8, zipSync } from "fflate";
import { json } from "../../../jupyter/server/request.js";
import type { Route } from "../../../jupyter/server/router.js";
import { attachment } from "../../../jupyter/server/routes/files.js";
import type { Store } from "../../../jupyter/server/store.js";
import type { Manifest } from "../manifest.js";
import { filesBelow } from "./tellingStore.js";

/**
 * @param files all that there are
 * @param local those that were written here
 */
export function siteRoutes(manifest: Manifest, files: Store, local: Store, langOf: () => string): Route[] {
  return [
    {
      method: "GET",
      pattern: "/two-layer-net/notebooks",
      handle: async ({ query }) => {
        const lang = query.get("lang") ?? langOf();
        const names = await notebooksOf(manifest, files, lang);
        const overviews = names.map(async (name) => {
          const path = `${name}.ipynb`;
          const given = (await local.look(path)) === null ? manifest.seeds.find((seed) => seed.path === path)?.overview : null;
          if (given) return given;
          // Loaded with the first notebook that is the reader's own: it reads texts as a browser does.
          const { overviewOf } = await import("../../lab/overview.js");
          const text = new TextDecoder().decode(await files.read(path));
          return overviewOf(name, () => text, manifest.given);
        });
        return json({ lang, notebooks: await Promise.all(overviews) });
      },
    },
    {
      method: "GET",
      pattern: "/two-layer-net/all.zip",
      handle: async () => {
        const paths = (await filesBelow(files, "")).filter((path) => !path.startsWith(".") && !path.startsWith("cifar-10-batches-bin/"));
        const contents = await Promise.all(paths.map(async (path) => [path, await files.read(path)] as const));
        const empty = contents.length === 0 ? { "empty.txt": strToU8("") } : {};
        return { status: 200, headers: attachment("two-layer-net.zip"), body: zipSync({ ...empty, ...Object.fromEntries(contents) }) };
      },
    },
  ];
}

/** Names of the edition's notebooks in reading order, such as `ko/tuning`; those of the reader's own last. */
export async function notebooksOf({ seeds }: Manifest, files: Store, lang: string): Promise<string[]> {
  const folder = lang === "en" ? "" : lang;
  const entries = await files.list(folder);
  const order = seeds.map(({ path }) => path);
  const place = (path: string): number => (order.includes(path) ? order.indexOf(path) : order.length);
  const paths = entries.filter(({ kind, name }) => kind === "file" && name.endsWith(".ipynb")).map(({ name }) => (folder === "" ? name : `${folder}/${name}`));
  return paths.sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1)).map((path) => path.replace(/\.ipynb$/, ""));
}
