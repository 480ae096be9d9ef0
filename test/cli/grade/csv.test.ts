/** Tables that spreadsheets open as they are meant. */
import { describe, expect, it } from "vitest";
import { csvText } from "../../../src/cli/grade/csv.js";
import { latePenalty, lateMinutes } from "../../../src/cli/grade/lateness.js";
import { idOf } from "../../../src/cli/grade/handInFiles.js";
import { mergeMarks } from "../../../src/cli/grade/marks.js";
import { grading } from "./course.js";

describe("csv", () => {
  it("is RFC 4180 with a byte order mark", () => {
    expect(csvText([["a", "b"], ["x, y", 'say "no"'], ["two\nlines", 1.5], ["", null]])).toBe('\ufeffa,b\r\n"x, y","say ""no"""\r\n"two\nlines",1.5\r\n,\r\n');
  });

  it("has no formula", () => {
    for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1"]) expect(csvText([[text]]).slice(1).replace(/^"/, "").startsWith("'"), JSON.stringify(text)).toBe(true);
    expect(csvText([[-1.5]])).toBe("\ufeff-1.5\r\n");
  });
});

describe("lateness", () => {
  const course = { ...grading(), due: "2026-12-05T23:59+09:00", late: { perDay: 10, most: 30, graceMinutes: 15 } };

  it("is counted in days begun, behind the grace, up to the most", () => {
    const penalty = (submitted: string): number => latePenalty(lateMinutes(submitted, course), course);
    expect(["2026-12-05T23:58+09:00", "2026-12-05T15:14Z", "2026-12-05T15:15Z", "2026-12-06T15:00Z", "2026-12-30T00:00Z"].map(penalty)).toEqual([0, 0, 0.1, 0.2, 0.3]);
  });

  it("is not guessed where a time is not known", () => {
    expect(lateMinutes(null, course)).toBeNull();
    expect(lateMinutes("2026-12-30T00:00", course)).toBeNull();
    expect(latePenalty(null, course)).toBe(0);
  });
});

describe("names of folders", () => {
  it("are one for each name, and safe everywhere", () => {
    const names = ["김민준", "Ada Lovelace", "ada lovelace", "../..", "CON", 'a"b', "a'b", "", "x".repeat(300), "a/b", "a\\b", "ａ"];
    const ids = names.map(idOf);
    expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(names.length);
    for (const id of ids) expect(id).toMatch(/^[\p{L}\p{N}_-]{1,80}$/u);
    expect(idOf("김민준".normalize("NFD"))).toBe("김민준");
  });
});

describe("marks of two files", () => {
  const mark = (by: string, at: string, ticked: string[]) => ({ ticked, comment: "", adjust: 0, done: true, by, at });

  it("of one person are the later ones", () => {
    const { marks, conflicts } = mergeMarks({ a: { q: mark("K", "2026-01-02", ["x"]) } }, { a: { q: mark("K", "2026-01-01", ["y"]), r: mark("K", "2026-01-01", []) } });
    expect(marks["a"]!["q"]!.ticked).toEqual(["x"]);
    expect(Object.keys(marks["a"]!)).toEqual(["q", "r"]);
    expect(conflicts).toEqual([]);
  });

  it("of two who agree are no conflict", () => {
    expect(mergeMarks({ a: { q: mark("K", "1", ["x", "y"]) } }, { a: { q: mark("L", "2", ["y", "x"]) } }).conflicts).toEqual([]);
  });
});
