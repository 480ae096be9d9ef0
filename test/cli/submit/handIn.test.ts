/** What the hand-in does around a run of the notebooks, which is played by the tests. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, test, vi } from "vitest";
import { readOptions } from "../../../src/cli/submit/options.js";
import { submit } from "../../../src/cli/submit/handIn.js";
import { Terminal } from "../../../src/cli/terminal.js";
import { answer, hint, ipynb, put, ran, sampleProject, text } from "./sampleProject.js";

const played = vi.hoisted(() => ({ run: () => {} }));
vi.mock("../../../src/cli/run/runAll.js", () => ({ runAll: async () => played.run() }));
afterEach(() => (played.run = () => {}));

const question = text("question-1", "# Question 1\n\n> Which?");
const cells = (reply: string, printed: string) => [question, answer("answer-1", reply), ran("print", "f()", printed)];

/** Submits what lies in the project's folder, and returns what was said and the file's text. */
async function handIn(root: string, ...args: string[]) {
  let said = "";
  const terminal = new Terminal({ write: (piece) => (said += piece) });
  const written = await submit(readOptions(["--no-pdf", ...args]), { root, workingDirectory: root, terminal });
  const read = (name: string) => readFileSync(join(root, "out/submission", name));
  return { said, written, html: read("submission.html").toString(), zip: unzipSync(read("submission.zip")) };
}

test("an answer that is written while the notebooks run is in the hand-in", async () => {
  const root = sampleProject({ only: cells(hint, "early") });
  played.run = () => {
    put(root, "notebooks/only.ipynb", ipynb(cells("**Your answer:**\n\nA late answer.", "early")));
    put(root, "out/only.ipynb", ipynb(cells(hint, "of this run"), { run: { date: new Date().toISOString(), seconds: 1, kernel: "k" } }));
  };
  const { said, written, html, zip } = await handIn(root);
  expect(written).toBe(true);
  expect(said).not.toContain("warning");
  expect(html).toContain("A late answer.");
  expect(html).toContain("of this run");
  const executed = strFromU8(zip["sample/notebooks/only.ipynb"]!);
  expect(executed).toContain("A late answer.");
  expect(executed).toContain("of this run");
});
