import { describe, expect, it } from "vitest";
import { matmul, zeros } from "../../../src/index.js";
import type { Finding } from "../../../src/study/exercises/finding.js";
import { type CheckStep, runChecks } from "../../../src/study/exercises/runChecks.js";
import { notWritten } from "../../../src/study/index.js";

const step = (name: string, run: () => Finding | null, guards = false): CheckStep => ({ name, limit: "1", run, guards });
const good = () => ({ measured: "1", diagnosis: "" });
const bad = () => ({ measured: "2", diagnosis: "too much" });
const statuses = (...groups: CheckStep[][]) => runChecks("sgd", groups).checks.map(({ status }) => status);

describe("runChecks", () => {
  it("keeps what was found", () => {
    expect(runChecks("sgd", [[step("a", good)], [step("b", bad)]])).toMatchObject({
      subject: "SGD",
      checks: [
        { name: "a", status: "passed", measured: "1", limit: "1", diagnosis: "" },
        { name: "b", status: "failed", measured: "2", limit: "1", diagnosis: "too much" },
      ],
    });
  });

  it("makes a finding of an error, and of anything else that is thrown", () => {
    const thrower = (what: unknown) => () => {
      throw what;
    };
    const { checks } = runChecks("sgd", [[step("a", good), step("b", thrower(new RangeError("no"))), step("c", thrower("text"))]]);
    expect(checks.slice(1)).toMatchObject([
      { status: "failed", measured: "an error instead of a result", diagnosis: "the code stopped with RangeError: no" },
      { status: "failed", measured: "an error instead of a result", diagnosis: "the code stopped with text" },
    ]);
  });

  it("leaves out what the first of a group makes pointless", () => {
    const stops = () => {
      throw new Error("no");
    };
    expect(statuses([step("a", stops), step("b", good)], [step("c", good)])).toEqual(["failed", "not run", "passed"]);
    expect(statuses([step("a", () => notWritten("f")), step("b", good)])).toEqual(["not written yet", "not run"]);
    expect(statuses([step("a", bad), step("b", good)])).toEqual(["failed", "passed"]);
    expect(statuses([step("a", bad, true), step("b", good)])).toEqual(["failed", "not run"]);
    expect(statuses([step("a", bad), step("b", () => null)])).toEqual(["failed", "not run"]);
    expect(statuses([step("a", () => null), step("b", good)])).toEqual(["failed", "passed"]);
    expect(statuses([step("a", () => notWritten("f"))], [step("b", good)], [step("c", () => null)])).toEqual(["not written yet", "passed", "not run"]);
    expect(runChecks("sgd", [[step("a", () => notWritten("f")), step("b", good)]]).checks).toEqual([
      { name: "a", limit: "1", status: "not written yet", measured: "f", diagnosis: "" }, { name: "b", limit: "1", status: "not run", measured: "", diagnosis: "" },
    ]);
  });

  it("makes a failure of what did not run although nothing before it failed", () => {
    const { checks } = runChecks("sgd", [[step("a", good), step("b", () => null), step("c", () => null)]]);
    expect(checks.map(({ status }) => status)).toEqual(["passed", "failed", "failed"]);
    expect(checks[1]!.diagnosis).toMatch(/^this could not be checked, although nothing before it failed/);
  });

  it("tells where the learner's own code stopped, and what stands there", () => {
    function careless(): never {
      throw new TypeError("no such thing"); // here
    }
    const [failure] = runChecks("sgd", [[step("a", careless)]]).failures;
    expect(failure!.example).toMatch(/^in careless, .*runChecks\.test\.ts, line \d+: throw new TypeError\("no such thing"\); \/\/ here$/);
  });

  it("blames the learner's line for what the library throws", () => {
    const product = () => matmul(zeros([2, 3]), zeros([2, 3])); // two by three
    const [failure] = runChecks("sgd", [[step("a", product as never)]]).failures;
    expect(failure!.diagnosis).toMatch(/^the code stopped with RangeError: matmul: /);
    expect(failure!.example).toMatch(/runChecks\.test\.ts, line \d+: const product = .*two by three$/);
  });
});
