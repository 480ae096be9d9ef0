import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { archive, reasonAgainst, withoutOutputs } from "../../../src/cli/submit/archive.js";
import type { Notebook } from "../../../src/jupyter/nbformat/notebook.js";
import { projectNotebook, ran, text } from "./sampleProject.js";

const kind = "is no notebook, code, text or picture";
const secret = "may hold a key or a password";

test.each([
  "a.ipynb", "a.js", "a.mjs", "a.cjs", "a.ts", "a.mts", "a.cts", "a.jsx", "a.tsx", "a.md", "a.png", "a.jpg", "a.jpeg", "a.gif", "a.webp", "a.svg", "A.PNG",
  "package.json", "src/tsconfig.json", "tokenizer.ts", "mytoken.ts", "passwords/a.ts", "kaggler.md", "id_rsas.md", "apikeyed.ts",
])("%s is handed in", (path) => {
  expect(reasonAgainst(path, 1)).toBe(null);
});

test.each(["a.json", "my-package.json", "package.json5", "a.xts", "a.tsv", "a.md5", "xipynb", "a.ts.txt", "package.json/a", "a.ipynb/b", "README"])("%s is no kind of file that is", (path) => {
  expect(reasonAgainst(path, 1)).toBe(kind);
});

test.each([
  "token.ts", "my-tokens.ts", "a/secret.md", "secrets.md", "x_credential.ts", "credentials.ts", "password.md", "passwords.md", "passwd.md", "apikey.ts", "api-keys.ts", "api_key.ts", "api.key.ts",
  "kaggle.json", "id_rsa.md", "id_dsa.md", "id_ecdsa.md", "id_ed25519.md", "TOKEN", ".token", "my.token.backup",
])("%s may hold a secret", (path) => {
  expect(reasonAgainst(path, 1)).toBe(secret);
});

test("what is large is not handed in, with its size", () => {
  expect(reasonAgainst("a.ts", 5e6)).toBe(null);
  expect(reasonAgainst("a.ts", 5e6 + 1)).toBe("has 5.0 MB");
  expect(reasonAgainst("a.ts", 12_340_000)).toBe("has 12.3 MB");
});

test("without outputs a notebook keeps all else", () => {
  const { notebook } = projectNotebook("n", [text("t", "x"), ran("c", "f()", "printed")], { lang: "ko" });
  const [words, code] = notebook.cells;
  expect(withoutOutputs(notebook)).toEqual({ metadata: { lang: "ko" }, cells: [words, { ...code, outputs: [], execution_count: null }] });
});

test("a folder of the project's name, files in their order, the summary last, all of one date", () => {
  const date = new Date(2025, 0, 2, 3, 4, 6);
  const files = new Map<string, Notebook | Uint8Array>([["b.ts", new Uint8Array([98])], ["a/n.ipynb", projectNotebook("n", [text("t", "words")]).notebook]]);
  const bytes = archive("my project: 1.0_b/?", files, "{}", date);
  const zip = unzipSync(bytes);
  expect(Object.keys(zip)).toEqual(["my-project-1.0_b-/a/n.ipynb", "my-project-1.0_b-/b.ts", "my-project-1.0_b-/submission.json"]);
  expect(strFromU8(zip["my-project-1.0_b-/b.ts"]!)).toBe("b");
  expect(strFromU8(zip["my-project-1.0_b-/a/n.ipynb"]!)).toContain('"words"');
  expect(strFromU8(zip["my-project-1.0_b-/submission.json"]!)).toBe("{}");
  expect(archive("my project: 1.0_b/?", files, "{}", date)).toEqual(bytes);
});
