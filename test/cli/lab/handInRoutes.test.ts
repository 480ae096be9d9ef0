import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { beforeEach, expect, it, vi } from "vitest";
import { handInRoutes } from "../../../src/cli/lab/handInRoutes.js";
import { Terminal } from "../../../src/cli/terminal.js";
import type { Answer } from "../../../src/jupyter/server/request.js";
import { type Router, router } from "../../../src/jupyter/server/router.js";
import { sampleProject } from "../submit/sampleProject.js";

let root: string;
let routes: Router;

beforeEach(() => {
  // What has no browser makes no PDF.
  vi.stubEnv("CHROME_PATH", "");
  vi.stubEnv("PATH", "");
  root = sampleProject();
  routes = router(handInRoutes({ root, workingDirectory: root, terminal: new Terminal({ write: () => true }) }));
  return () => vi.unstubAllEnvs();
});

const ask = (method: string, path: string, body = ""): Promise<Answer> =>
  routes({ method, path: path.split("/").slice(1), query: new URLSearchParams(), headers: {}, body: new TextEncoder().encode(body) });
const made = async (body: object): Promise<any> => JSON.parse(String((await ask("POST", "/two-layer-net/hand-in", JSON.stringify(body))).body));

it("makes the hand-in, says what is missing and gives out its files", async () => {
  const { ok, text, warnings, files } = await made({ name: " Ada ", lang: "en" });
  expect(ok).toBe(true);
  expect(warnings).toEqual(expect.arrayContaining([expect.stringMatching(/^Question 2 is not answered: write in cell answer-2 of notebooks\/ant\.ipynb/)]));
  expect(text).toContain("The hand-in:\n");
  expect(files.map(({ name }: any) => name).filter((name: string) => name !== "submission.pdf")).toEqual(["submission.html", "submission.zip", "submission.json"]);
  const html = await ask("GET", "/two-layer-net/hand-in/submission.html");
  expect(html.headers).toMatchObject({ "content-disposition": "attachment; filename*=UTF-8''submission.html", "content-security-policy": "sandbox; default-src 'none'" });
  expect(Buffer.from(html.body as Uint8Array).toString()).toContain("Ada");
  const zip = await ask("GET", "/two-layer-net/hand-in/submission.zip");
  expect(Object.keys(unzipSync(zip.body as Uint8Array)).some((name) => name.endsWith("notebooks/ant.ipynb"))).toBe(true);
  for (const file of ["package.json", "..", "submission.tex"]) expect((await ask("GET", `/two-layer-net/hand-in/${file}`)).status).toBe(404);
}, 120_000);

it("says why there is none", async () => {
  rmSync(join(root, "notebooks"), { recursive: true });
  const { ok, text, files } = await made({ lang: "en" });
  expect([ok, files]).toEqual([false, []]);
  expect(text).toMatch(/^readProject: expected the files of the hand-in in /);
  expect(existsSync(join(root, "out"))).toBe(false);
  expect((await ask("GET", "/two-layer-net/hand-in/submission.html")).status).toBe(404);
});

it("makes one at a time", async () => {
  const progress = async (): Promise<any> => JSON.parse(String((await ask("GET", "/two-layer-net/hand-in")).body));
  expect(await progress()).toEqual({ isBusy: false, text: "" });
  const [one, two, during] = await Promise.all([ask("POST", "/two-layer-net/hand-in"), ask("POST", "/two-layer-net/hand-in"), progress()]);
  expect([one.status, two.status, during.isBusy]).toEqual([200, 409, true]);
  expect((await ask("POST", "/two-layer-net/hand-in")).status).toBe(200);
}, 120_000);
