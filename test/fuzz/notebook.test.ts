import { expect, it } from "vitest";
import { readNotebook } from "../../src/jupyter/nbformat/readNotebook.js";
import { writeNotebook } from "../../src/jupyter/nbformat/writeNotebook.js";
import { code, markdown, notebookText } from "../cli/run/notebookText.js";
import { fuzz } from "./fuzz.js";

const outputs = [
  { output_type: "stream", name: "stdout", text: ["a\n", "b"] },
  { output_type: "execute_result", execution_count: 1, metadata: {}, data: { "text/plain": "1", "application/json": { a: [1] } } },
  { output_type: "display_data", metadata: {}, data: { "image/png": "aGk=" } },
  { output_type: "error", ename: "Error", evalue: "no", traceback: ["line"] },
];

it("notebooks", () =>
  fuzz({
    seeds: [
      Buffer.from(notebookText([markdown("# Title", { id: "a", attachments: { "x.png": { "image/png": "aGk=" } } }), { ...code("1 + 1", ["tag"]), outputs }])),
      Buffer.from(notebookText([])),
    ],
    clear: /^readNotebook: expected /,
    read(bytes) {
      const written = writeNotebook(readNotebook(bytes.toString(), "x.ipynb"));
      expect(writeNotebook(readNotebook(written, "again"))).toBe(written);
    },
  }));
