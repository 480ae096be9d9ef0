import { expect, it } from "vitest";
import type { Check } from "../../../src/study/exercises/check.js";
import { reportRecord } from "../../../src/study/exercises/reportRecord.js";

const check = (name: string, status: Check["status"], more: Partial<Check> = {}): Check => ({ name, status, measured: "m", limit: "l", diagnosis: "", ...more });
const [good, bad] = [check("a", "passed"), check("b", "failed", { causes: ["uphill", "twice"] })];
const [stub, left] = [check("c", "not written yet", { measured: "sgd" }), check("d", "not run")];

it("counts what came of the checks, and keeps what was measured, stubs and causes once each", () => {
  expect(reportRecord("SGD", [good, bad, { ...bad, name: "e", causes: ["twice", "half"] }, stub, { ...stub, name: "f" }, left])).toEqual({
    version: 1, subject: "SGD", status: "failed", total: 6, passed: 1, failed: 2, notRun: 1, notWritten: ["sgd"], causes: ["uphill", "twice", "half"],
    measured: [
      { name: "a", status: "passed", measured: "m", limit: "l" }, { name: "b", status: "failed", measured: "m", limit: "l" }, { name: "e", status: "failed", measured: "m", limit: "l" },
    ],
  });
});

it.each<[string, Check[]]>([
  ["passed", [good, good]], ["failed", [good, bad, stub]], ["failed", []], ["not written yet", [good, stub, left]], ["failed", [good, left]],
])("is %s as a whole", (status, checks) => {
  expect(reportRecord("SGD", checks).status).toBe(status);
});
