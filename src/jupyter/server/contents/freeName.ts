/** Names for new files. */
import type { Store } from "../store.js";

/** `Untitled.ipynb`, `Untitled1.ipynb`, ...: the first that is not taken in the folder. */
export function untitled(store: Store, folder: string, type: string, ending: string): Promise<string> {
  if (type === "notebook") return free(store, folder, (n) => `Untitled${n || ""}.ipynb`);
  if (type === "directory") return free(store, folder, (n) => `Untitled Folder${n === 0 ? "" : ` ${n}`}`);
  return free(store, folder, (n) => `untitled${n || ""}${ending}`);
}

/** `x-Copy1.ipynb`, `x-Copy2.ipynb`, ...: the first that is not taken in the folder. */
export function copyName(store: Store, folder: string, name: string): Promise<string> {
  const [, stem = name, ending = ""] = /^(.+?)(?:-Copy\d+)?(\.[^.]*)?$/.exec(name) ?? [];
  return free(store, folder, (n) => `${stem}-Copy${n + 1}${ending}`);
}

async function free(store: Store, folder: string, name: (n: number) => string): Promise<string> {
  for (let n = 0; ; n++) {
    const path = folder === "" ? name(n) : `${folder}/${name(n)}`;
    if ((await store.look(path)) === null) return path;
  }
}
