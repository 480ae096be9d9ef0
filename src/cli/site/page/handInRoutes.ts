/** `/two-layer-net/hand-in` in a page: makes the zip, and gives out its files. */
import { fieldsOf, json, Refusal, textField } from "../../../jupyter/server/request.js";
import type { Route } from "../../../jupyter/server/router.js";
import { attachment } from "../../../jupyter/server/routes/files.js";
import type { Kept } from "./handIn.js";
import type { PageWords } from "./words.js";

const ZIP = "submission.zip";
const JSON_FILE = "submission.json";

/** @param words where its program cannot be fetched, which comes only when it is needed */
export function handInRoutes(kept: Kept, { notFetched }: Pick<PageWords, "notFetched">): Route[] {
  const made = new Map<string, Uint8Array>();
  const pattern = "/two-layer-net/hand-in";
  return [
    { method: "GET", pattern, handle: () => json({ isBusy: false, text: "" }) },
    {
      method: "POST",
      pattern,
      handle: async (request) => {
        const fields = fieldsOf(request);
        const { handIn } = await import("./handIn.js").catch((error: unknown) => {
          throw new Refusal(503, notFetched("handIn.js", (error as Error).message));
        });
        const { zip, summary, warnings, notes } = await handIn(kept, textField(fields, "name")?.trim() || null, textField(fields, "lang") === "ko" ? "ko" : "en", new Date());
        made.set(ZIP, zip).set(JSON_FILE, new TextEncoder().encode(summary));
        const text = [...warnings.map((warning) => `warning  ${warning}`), ...notes.map((note) => `note  ${note}`)].join("\n");
        return json({ ok: true, text, warnings, files: [...made].map(([name, { length }]) => ({ name, size: length })) });
      },
    },
    {
      method: "GET",
      pattern: `${pattern}/:file`,
      handle: (_, { names }) => {
        const body = made.get(names.file!);
        if (body === undefined) throw new Refusal(404, `the hand-in has no file ${names.file}`);
        return { status: 200, headers: attachment(names.file!), body };
      },
    },
  ];
}
