/** `/api/sessions`: which notebook has which kernel. */
import { folderOf, nameOf, placeIn } from "../contents/place.js";
import { newId } from "../../protocol/messages.js";
import type { Kernels } from "../kernels/kernels.js";
import { empty, type Fields, fieldsOf, isFields, json, Refusal, textField } from "../request.js";
import type { Route } from "../router.js";
import { knownKernel, startKernel } from "./kernels.js";

interface Session {
  readonly id: string;
  path: string;
  name: string;
  type: string;
  kernel: string;
}

export class Sessions {
  private readonly kernels: Kernels;
  private readonly sessions = new Map<string, Session>();
  /** Of each path, what is being started for it: two pages that open a notebook at once share its kernel. */
  private readonly starting = new Map<string, Promise<Session>>();

  constructor(kernels: Kernels) {
    this.kernels = kernels;
  }

  routes(): Route[] {
    const one = "/api/sessions/:id";
    return [
      { method: "GET", pattern: "/api/sessions", handle: () => json(this.living().map((session) => this.model(session))) },
      {
        method: "POST",
        pattern: "/api/sessions",
        handle: async (request) => {
          const session = await this.open(fieldsOf(request));
          return json(this.model(session), 201, { location: `/api/sessions/${session.id}` });
        },
      },
      { method: "GET", pattern: one, handle: (_, { names }) => json(this.model(this.find(names.id!))) },
      { method: "PATCH", pattern: one, handle: async (request, { names }) => json(this.model(await this.change(this.find(names.id!), fieldsOf(request)))) },
      {
        method: "DELETE",
        pattern: one,
        handle: async (_, { names }) => {
          const { id, kernel } = this.find(names.id!);
          this.sessions.delete(id);
          // Another notebook may use it too.
          if (this.living().every((other) => other.kernel !== kernel)) await this.kernels.end(kernel);
          return empty();
        },
      },
    ];
  }

  /** Sessions of a kernel that is no more end with it. */
  forget(kernel: string): void {
    for (const { id } of [...this.sessions.values()].filter((session) => session.kernel === kernel)) this.sessions.delete(id);
  }

  private living(): Session[] {
    return [...this.sessions.values()].filter(({ kernel }) => this.kernels.find(kernel) !== undefined);
  }

  private find(id: string): Session {
    const session = this.living().find((candidate) => candidate.id === id);
    if (session === undefined) throw new Refusal(404, `there is no session ${id}`);
    return session;
  }

  private open(fields: Fields): Promise<Session> {
    const path = pathOf(fields);
    if (path === undefined) throw new Refusal(400, "expected path and type, got no path");
    const there = this.living().find((session) => session.path === path);
    if (there !== undefined && this.kernels.find(there.kernel)?.execution_state !== "dead") return Promise.resolve(there);
    if (there !== undefined) this.sessions.delete(there.id);
    const opening = this.starting.get(path) ?? this.create(path, fields).finally(() => this.starting.delete(path));
    this.starting.set(path, opening);
    return opening;
  }

  private async create(path: string, fields: Fields): Promise<Session> {
    const session: Session = {
      id: newId(),
      path,
      name: textField(fields, "name") ?? "",
      type: textField(fields, "type") ?? "notebook",
      kernel: await this.kernel(fields, path),
    };
    this.sessions.set(session.id, session);
    return session;
  }

  private async change(session: Session, fields: Fields): Promise<Session> {
    const old = session.kernel;
    if (isFields(fields.kernel)) session.kernel = await this.kernel(fields, session.path);
    session.path = pathOf(fields) ?? session.path;
    session.name = textField(fields, "name") ?? session.name;
    session.type = textField(fields, "type") ?? session.type;
    if (session.kernel !== old && this.living().every(({ kernel }) => kernel !== old)) await this.kernels.end(old);
    return session;
  }

  /** The kernel that is named by its id, or a new one. */
  private async kernel(fields: Fields, path: string): Promise<string> {
    const wanted = isFields(fields.kernel) ? fields.kernel : {};
    const id = textField(wanted, "id");
    if (id !== undefined && id !== "") return knownKernel(this.kernels, id).id;
    return (await startKernel(this.kernels, textField(wanted, "name"), folderOf(path))).id;
  }

  private model({ kernel, path, name, ...session }: Session): object {
    return { ...session, path, name, kernel: this.kernels.find(kernel), notebook: { path, name } };
  }
}

/** The folder is one of here; the file need not exist: a console has an id for a name, and a notebook that lies elsewhere a name of there. */
function pathOf(fields: Fields): string | undefined {
  const notebook = isFields(fields.notebook) ? fields.notebook : {};
  const path = textField(fields, "path") ?? textField(notebook, "path");
  return path === undefined ? undefined : [placeIn(folderOf(path)), nameOf(path)].filter((part) => part !== "").join("/");
}
