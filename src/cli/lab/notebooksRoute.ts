/** `/two-layer-net/notebooks`: the notebooks in reading order, with what is answered and which exercises pass. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { json, type Request } from "../../jupyter/server/request.js";
import type { Route } from "../../jupyter/server/router.js";
import { readGiven } from "../run/given.js";
import { selectNotebooks } from "../run/selectNotebooks.js";
import { overviewOf } from "./overview.js";

/**
 * @param root absolute path of the project
 * @param langOf the edition that is meant where the address names none
 */
export function notebooksRoute(root: string, langOf: (request: Request) => string): Route {
  const folder = join(root, "notebooks");
  const handle: Route["handle"] = (request) => {
    const lang = (request.query.get("lang") ?? langOf(request)) === "ko" ? "ko" : "en";
    const given = readGiven(root);
    return json({ lang, notebooks: selectNotebooks([], folder, folder, lang).map(({ name, path }) => overviewOf(name, () => readFileSync(path, "utf8"), given)) });
  };
  return { method: "GET", pattern: "/two-layer-net/notebooks", handle };
}
