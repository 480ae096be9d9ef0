/** `/two-layer-net/hand-in`: makes the hand-in from the notebooks as they are saved, and gives out its files. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Fields, fieldsOf, json, Refusal, textField } from "../../jupyter/server/request.js";
import type { Route } from "../../jupyter/server/router.js";
import { attachment } from "../../jupyter/server/routes/files.js";
import type { Surroundings } from "../command.js";
import { submit } from "../submit/handIn.js";
import { readOptions, type SubmitOptions } from "../submit/options.js";
import { Terminal } from "../terminal.js";

const FILES = ["submission.html", "submission.pdf", "submission.zip", "submission.json"];

/** What a hand-in came to. */
export interface HandIn {
  readonly ok: boolean;
  /** All that the command would have printed. */
  readonly text: string;
  /** What is missing, a line each. */
  readonly warnings: readonly string[];
  readonly files: readonly { readonly name: string; readonly size: number }[];
}

export function handInRoutes(surroundings: Surroundings): Route[] {
  const folder = join(surroundings.root, "out", "submission");
  /** What the one that is being made has said so far. */
  let lines: string[] | null = null;
  const pattern = "/two-layer-net/hand-in";
  return [
    { method: "GET", pattern, handle: () => json({ isBusy: lines !== null, text: (lines ?? []).join("\n") }) },
    {
      method: "POST",
      pattern,
      handle: async (request) => {
        const options = optionsOf(fieldsOf(request));
        if (lines !== null) throw new Refusal(409, "a hand-in is being made; wait until it is done");
        lines = [];
        try {
          return json(await handIn(options, folder, surroundings, lines));
        } finally {
          lines = null;
        }
      },
    },
    {
      method: "GET",
      pattern: `${pattern}/:file`,
      handle: (_, { names }) => {
        const file = FILES.find((known) => known === names.file);
        if (file === undefined || !existsSync(join(folder, file))) throw new Refusal(404, `the hand-in has no file ${names.file}`);
        return { status: 200, headers: attachment(file), body: readFileSync(join(folder, file)) };
      },
    },
  ];
}

/** Without `run` it takes what the last run left, as `--no-run` does. */
function optionsOf(fields: Fields): SubmitOptions {
  const [name, lang] = [textField(fields, "name")?.trim() || null, textField(fields, "lang") === "ko" ? "ko" : "en"];
  return { ...readOptions(fields.run === true ? [] : ["--no-run"]), name, lang };
}

async function handIn(options: SubmitOptions, folder: string, surroundings: Surroundings, lines: string[]): Promise<HandIn> {
  const terminal = new Terminal({ write: (text: string) => lines.push(text.trimEnd()) });
  let ok = false;
  try {
    ok = await submit(options, { ...surroundings, terminal });
  } catch (error) {
    lines.push((error as Error).message);
  }
  const warnings = lines.flatMap((line) => /^warning {2}(.*)$/s.exec(line)?.[1] ?? []);
  const there = ok ? FILES.filter((file) => existsSync(join(folder, file))) : [];
  return { ok, text: lines.join("\n").trim(), warnings, files: there.map((file) => ({ name: file, size: statSync(join(folder, file)).size })) };
}
