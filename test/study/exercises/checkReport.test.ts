import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { checksType } from "../../../src/jupyter/display/checksType.js";
import { type Check, CheckReport } from "../../../src/study/index.js";
import { inKernel } from "../../notebook/fakeKernel.js";

const passed: Check = { name: "values", status: "passed", measured: "1.0e-16", limit: "below 1e-12", diagnosis: "" };
const failed: Check = { name: "shape of db", status: "failed", measured: "(1, 5)", limit: "(5,)", diagnosis: "db is <wide>" };
const stub: Check = { name: "dx", status: "not written yet", measured: "affineBackward", limit: "", diagnosis: "" };
const left: Check = { name: "dw", status: "not run", measured: "", limit: "", diagnosis: "" };

describe("CheckReport", () => {
  it("as text: a headline, what ran, and the diagnoses", () => {
    const report = new CheckReport("affine layer", [passed, { ...passed, measured: "below 1e-12" }, failed, left]);
    const text = [
      "affine layer: 2 of 4 checks passed, 1 failed, 1 not run",
      "  passed  values       1.0e-16 (expected below 1e-12)",
      "  passed  values       below 1e-12",
      "  failed  shape of db  (1, 5) (expected (5,))",
      "shape of db: db is <wide>",
    ].join("\n");
    expect(report.toString()).toBe(text);
    expect(inspect(report)).toBe(text);
    expect(report.headline).toBe(text.split("\n")[0]);
  });

  it("as text: what is not written yet", () => {
    expect(String(new CheckReport("affine layer", [passed, stub, left]))).toBe(
      "affine layer: 1 of 3 checks passed, not written yet: affineBackward\n  passed  values  1.0e-16 (expected below 1e-12)",
    );
    expect(String(new CheckReport("affine layer", [stub, left, stub]))).toBe("affine layer: not written yet: affineBackward");
  });

  it("in a notebook: a table, with whatever comes from outside escaped", () => {
    const show = (report: CheckReport) => (report as unknown as Record<symbol, () => Record<string, string>>)[Symbol.for("Jupyter.display")]();
    const report = new CheckReport("affine layer", [passed, failed, left]);
    const bundle = show(report);
    expect(bundle["text/plain"]).toBe(String(report));
    expect(bundle["text/html"]).toContain("<caption>affine layer: 1 of 3 checks passed, 1 failed, 1 not run</caption>");
    expect(bundle["text/html"].replaceAll(/ style="[^"]*"/g, "")).toContain(
      '<tr class="failed"><td><b>shape of db</b></td><td><b>✗ failed</b></td><td><b>(1, 5)</b></td><td><b>(5,)</b></td></tr>',
    );
    expect(bundle["text/html"]).toContain("<p><b>shape of db</b>: db is &lt;wide&gt;</p>");
    expect(bundle["text/html"]).not.toContain("dw");
    expect(show(new CheckReport("<b>", [stub]))["text/html"]).toBe("<p>&lt;b&gt;: not written yet: affineBackward</p>");
  });

  it("names two of those that failed, and counts the rest", () => {
    const named = (...names: string[]) => () => new CheckReport("affine layer", [passed, ...names.map((name) => ({ ...failed, name }))]).throwIfFailed();
    expect(named("a", "b")).toThrow(new RangeError("affine layer: 2 of 3 checks failed: a; b"));
    expect(named("a", "b", "c")).toThrow(new RangeError("affine layer: 3 of 4 checks failed: a; b; and 1 more"));
    expect(named("a", "b", "c", "d")).toThrow(new RangeError("affine layer: 4 of 5 checks failed: a; b; and 2 more"));
  });

  it("shows itself where it stops, and the error's trace begins with who asked", () => {
    const report = new CheckReport("affine layer", [failed], "the affine layer");
    const [sent] = inKernel(function asks() {
      try {
        report.throwIfFailed();
      } catch (error) {
        expect((error as Error).stack!.split("\n")[1]).toMatch(/^ +at .*asks/);
      }
    });
    expect(sent!.content).toMatchObject({ data: { "text/plain": String(report), [checksType]: { subject: "the affine layer", status: "failed" } }, metadata: {} });
  });

  it("counts each stub once, and says nothing of checks that wait for it", () => {
    const other = { ...stub, measured: "affineForward" };
    expect(new CheckReport("x", [failed, stub, other, stub, left]).headline).toBe("x: 1 failed, not written yet: affineBackward, affineForward");
    expect(new CheckReport("x", [failed, left, left]).headline).toBe("x: 1 failed, 2 not run");
  });

  it("passes only if every check has", () => {
    expect(new CheckReport("", [passed]).passed).toBe(true);
    for (const other of [failed, stub, left]) expect(new CheckReport("", [passed, other]).passed).toBe(false);
  });

  it("stops at a mistake, and not at what is still to be done", () => {
    const unfinished = new CheckReport("affine layer", [passed, stub, left]);
    expect(unfinished.throwIfFailed()).toBe(unfinished);
    expect(() => new CheckReport("affine layer", [passed, failed, stub]).throwIfFailed()).toThrow(
      new RangeError("affine layer: 1 of 3 checks failed: shape of db"),
    );
  });
});
