import { describe, expect, it } from "vitest";
import { codeFrame } from "../../../src/jupyter/session/codeFrame.js";

describe("codeFrame", () => {
  it("marks a place between two lines of context", () => {
    expect(codeFrame("one\ntwo\nthree\nfour\nfive\nsix", 4, 2, 3)).toEqual([
      "  2 | two",
      "  3 | three",
      "> 4 | four",
      "    |  ^^^",
      "  5 | five",
      "  6 | six",
    ]);
  });

  it("lines up numbers of one and two digits", () => {
    const frame = codeFrame(Array.from({ length: 12 }, (_, i) => `line ${i + 1}`).join("\n"), 10, 1);
    expect(frame.slice(0, 4)).toEqual(["   8 | line 8", "   9 | line 9", "> 10 | line 10", "     | ^"]);
  });

  it("keeps tabs, so that the marker lines up", () => {
    expect(codeFrame("\t\tx", 1, 3)).toEqual(["> 1 | \t\tx", "    | \t\t^"]);
  });

  it("marks no more than the line, and something at its end", () => {
    expect(codeFrame("abc", 1, 2, 50)[1]).toBe("    |  ^^");
    expect(codeFrame("abc", 1, 4)[1]).toBe("    |    ^");
  });
});
