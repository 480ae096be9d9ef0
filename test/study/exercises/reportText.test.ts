import { describe, expect, it } from "vitest";
import type { Check } from "../../../src/study/exercises/check.js";
import { reportHtml, reportText } from "../../../src/study/exercises/reportText.js";

const passed: Check = { name: "values", status: "passed", measured: "1e-16", limit: "below 1e-12", diagnosis: "" };
const failed = (name: string, more: Partial<Check> = {}): Check => ({ name, status: "failed", measured: "2", limit: "1", diagnosis: "twice too much", ...more });
const report = (...checks: Check[]) => ({ headline: "SGD", checks, failures: checks.filter(({ status }) => status === "failed") });
/** What follows the headline and the rows. */
const said = (...checks: Check[]) => reportText(report(...checks)).split("\n").slice(1 + checks.length);
const saidHtml = (...checks: Check[]) => reportHtml(report(...checks)).split("</table>\n")[1];

describe("what a report says below its rows", () => {
  it("tells once of checks that failed for one cause, with the first example that there is", () => {
    const checks = [failed("a", { causes: ["uphill"], diagnosis: "up" }), failed("b", { causes: ["uphill"], diagnosis: "b is up", example: "w = 1" }), failed("c", { causes: ["uphill"], example: "w = 2" })];
    expect(said(...checks)).toEqual(["a; b; c: up", "  w = 1"]);
    expect(saidHtml(...checks)).toBe("<p><b>a; b; c</b>: up<br><code>w = 1</code></p>");
  });

  it("tells apart causes, and of no known cause what is said of it", () => {
    expect(said(failed("a", { causes: ["uphill"], diagnosis: "same" }), failed("b", { causes: ["twice"], diagnosis: "same" }))).toEqual(["a: same", "b: same"]);
    expect(said(failed("a", { causes: ["uphill", "twice"] }), failed("b", { causes: ["uphill"] }))).toHaveLength(2);
    expect(said(failed("a", { causes: [] }), failed("b", { causes: [] }), failed("c"), failed("d", { causes: [], diagnosis: "other" }))).toEqual(["a; b; c: twice too much", "d: other"]);
  });

  it("has no line for an example that is not there", () => {
    expect(said(failed("a", { example: "" }))).toEqual(["a: twice too much"]);
    expect(saidHtml(failed("a"))).toBe("<p><b>a</b>: twice too much</p>");
  });

  it("remarks on what passed, once for all of one remark", () => {
    const checks = [passed, { ...passed, name: "a", remark: "float32" }, { ...passed, name: "b", remark: "float32" }, { ...passed, name: "c", remark: "NaN" }, { ...passed, name: "d", remark: "" }];
    expect(said(...checks)).toEqual(["a; b (remark): float32", "c (remark): NaN"]);
    expect(saidHtml(...checks)).toBe("<p><b>a; b (remark)</b>: float32</p>\n<p><b>c (remark)</b>: NaN</p>");
  });

  it("breaks lines between words at 110 letters, and indents what follows", () => {
    const word = "x".repeat(9);
    const lines = said(failed("abcdefg", { diagnosis: Array(24).fill(word).join(" "), example: Array(22).fill(word).join(" ") }));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(110);
    expect(lines[0]).toBe(`abcdefg: ${Array(10).fill(word).join(" ")}`);
    expect(lines[1]).toBe(`  ${Array(10).fill(word).join(" ")}`);
    expect(lines[2]).toBe(`  ${Array(4).fill(word).join(" ")}`);
    expect(lines[3]).toBe(`  ${Array(10).fill(word).join(" ")}`);
    expect(lines[4]).toBe(`    ${Array(10).fill(word).join(" ")}`);
    expect(said(failed("a", { diagnosis: `${"y".repeat(107)} z` }))).toEqual([`a: ${"y".repeat(107)}`, "  z"]);
    expect(said(failed("a", { diagnosis: `${"y".repeat(105)} z` }))).toEqual([`a: ${"y".repeat(105)} z`]);
    expect(said(failed("a", { diagnosis: "long", example: "y".repeat(200) }))).toEqual(["a: long", `  ${"y".repeat(200)}`]);
  });
});

it("has a table for a page, whose cells are wrapped text, with what is expected in a column of its own", () => {
  const cell = '<td style="text-align:left;white-space:normal">';
  expect(reportHtml(report(passed))).toBe(
    `<table border="1" class="dataframe">\n<caption>SGD</caption>\n<thead><tr><th scope="col">check</th><th scope="col">result</th><th scope="col">measured</th><th scope="col">expected</th></tr></thead>\n<tbody>\n`
    + `<tr>${cell}values</td>${cell}passed</td>${cell}1e-16</td>${cell}below 1e-12</td></tr>\n</tbody>\n</table>`,
  );
});
