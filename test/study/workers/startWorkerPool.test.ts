import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { startWorkerPool } from "../../../src/study/workers/node/startWorkerPool.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

test("a worker imports its program: Node 20 aborts where one is ended within a require of a module", async () => {
  const path = join(temporaryFolder(), "program.mjs");
  writeFileSync(path, "Error.stackTraceLimit = 50;\nconst { stack } = new Error();\nexport default () => ({ result: stack });\n");
  const pool = await startWorkerPool<object, string>({ program: pathToFileURL(path), workers: 1, workerData: {} });
  const answer = await pool.run({});
  await pool.stop();
  expect(answer).toEqual({ result: expect.stringContaining("program.mjs") });
  expect(answer).toEqual({ result: expect.not.stringMatching(/\brequire\b/i) });
});
