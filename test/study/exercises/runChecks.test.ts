import { describe, expect, it } from "vitest";
import { type CheckStep, type Finding, runChecks } from "../../../src/study/exercises/runChecks.js";
import { notWritten } from "../../../src/study/index.js";

const step = (name: string, run: () => Finding | null, guards = false): CheckStep => ({ name, limit: "1", run, guards });
const good = () => ({ measured: "1", diagnosis: "" });
const bad = () => ({ measured: "2", diagnosis: "too much" });
const statuses = (...groups: CheckStep[][]) => runChecks("all", groups).checks.map(({ status }) => status);

describe("runChecks", () => {
  it("keeps what was found", () => {
    expect(runChecks("all", [[step("a", good)], [step("b", bad)]])).toMatchObject({
      subject: "all",
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
    const { checks } = runChecks("all", [[step("a", good), step("b", thrower(new RangeError("no"))), step("c", thrower("text"))]]);
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
    expect(statuses([step("a", good, true), step("b", () => null)])).toEqual(["passed", "not run"]);
  });
});
