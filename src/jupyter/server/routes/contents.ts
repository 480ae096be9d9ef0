/** `/api/contents`: files and folders. */
import { type Contents, type Wanted } from "../contents/contents.js";
import { fromBase64 } from "../contents/bytes.js";
import { copyName, untitled } from "../contents/freeName.js";
import { nameOf, placeIn, placeOf } from "../contents/place.js";
import { Uploads } from "../contents/uploads.js";
import { type Answer, empty, type Fields, fieldsOf, json, Refusal, type Request, textField } from "../request.js";
import type { Route } from "../router.js";

const NEW_NOTEBOOK = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 };

/** @param moved told of what has another path now, or none */
export function contentsRoutes(contents: Contents, moved: (from: string, to: string | null) => Promise<void>): Route[] {
  const uploads = new Uploads();
  const pattern = "/api/contents/*";
  return [
    { method: "GET", pattern, handle: async ({ query }, { rest }) => json(await contents.get(placeOf(rest), wantedOf(query))) },
    { method: "PUT", pattern, handle: (request, { rest }) => put(contents, uploads, placeOf(rest), fieldsOf(request)) },
    { method: "POST", pattern, handle: async (request, { rest }) => create(contents, placeOf(rest), fieldsOf(request)) },
    {
      method: "PATCH",
      pattern,
      handle: async (request, { rest }) => {
        const [from, to] = [placeOf(rest), placeIn(pathOf(request))];
        await move(contents, from, to);
        await moved(from, to);
        return json(await contents.get(to, { content: false, hash: false, type: null, format: null }));
      },
    },
    {
      method: "DELETE",
      pattern,
      handle: async (_, { rest }) => {
        const path = placeOf(rest);
        await remove(contents, path);
        await moved(path, null);
        return empty();
      },
    },
  ];
}

function wantedOf(query: URLSearchParams): Wanted {
  const type = query.get("type");
  if (type !== null && !["directory", "file", "notebook"].includes(type)) throw new Refusal(400, `expected type directory, file or notebook, got ${type}`);
  return { content: query.get("content") !== "0", hash: query.get("hash") === "1", type, format: query.get("format") };
}

async function put(contents: Contents, uploads: Uploads, path: string, fields: Fields): Promise<Answer> {
  const isNew = (await contents.store.look(path)) === null;
  if (fields.copy_from !== undefined || (fields.content === undefined && fields.type !== "directory")) {
    throw new Refusal(400, "expected type, format and content, got no content");
  }
  const { chunk } = fields;
  if (typeof chunk !== "number") return json(await contents.save(path, fields), isNew ? 201 : 200);
  const piece = fields.format === "base64" ? fromBase64(String(fields.content)) : new TextEncoder().encode(String(fields.content));
  if (piece === null) throw new Refusal(400, "expected base64, got other text");
  const whole = uploads.add(path, chunk, piece);
  if (whole !== null) return json(await contents.write(path, whole), isNew ? 201 : 200);
  const now = new Date().toISOString();
  const model = { name: nameOf(path), path, type: "file", created: now, last_modified: now, mimetype: null, content: null, format: null };
  return json({ ...model, writable: true, size: null, hash: null, hash_algorithm: null });
}

async function create(contents: Contents, folder: string, fields: Fields): Promise<Answer> {
  const { store } = contents;
  if ((await contents.entry(folder)).kind !== "folder") throw new Refusal(400, `expected ${folder} to be a folder, got a file`);
  const from = textField(fields, "copy_from");
  const created = (path: string): Record<string, string> => ({ location: `/api/contents/${path.split("/").map(encodeURIComponent).join("/")}` });
  if (from !== undefined) {
    const source = placeIn(from);
    if ((await contents.entry(source)).kind !== "file") throw new Refusal(400, `expected ${source} to be a file, got a folder`);
    const path = await copyName(store, folder, nameOf(source));
    return json(await contents.write(path, await store.read(source)), 201, created(path));
  }
  const type = textField(fields, "type") ?? "file";
  const path = placeIn(await untitled(store, folder, type, textField(fields, "ext") ?? ".txt"));
  const content = type === "notebook" ? NEW_NOTEBOOK : "";
  return json(await contents.save(path, { type, format: "text", content }), 201, created(path));
}

async function move(contents: Contents, from: string, to: string): Promise<void> {
  if (from === "" || to === "") throw new Refusal(400, "expected the path of a file or folder, got the top folder");
  if (from === to) return;
  if (`${to}/`.startsWith(`${from}/`)) throw new Refusal(400, `expected another folder, got ${to}, which lies in what is to be moved`);
  await contents.entry(from);
  const there = await contents.store.look(to);
  // On some disks a name in other letters is the same file.
  if (there !== null && from.toLowerCase() !== to.toLowerCase()) throw new Refusal(409, `there is already something called ${to}`);
  await contents.store.move(from, to);
}

async function remove(contents: Contents, path: string): Promise<void> {
  if (path === "") throw new Refusal(400, "expected the path of a file or folder, got the top folder");
  const { kind } = await contents.entry(path);
  const { store } = contents;
  if (kind === "folder" && (await store.list(path)).length > 0) throw new Refusal(400, `the folder ${path} is not empty; delete what is in it first`);
  await store.remove(path);
}

function pathOf(request: Request): string {
  const path = textField(fieldsOf(request), "path");
  if (path === undefined) throw new Refusal(400, "expected the new path, got none");
  return path;
}
