import { describe, expect, it } from "vitest";
import { lineStyle } from "../../../src/study/figures/lineFigure.js";

describe("lineStyle", () => {
  it("tells seven lines apart by colour, by marker, and six of them by dash, then begins again", () => {
    const styles = Array.from({ length: 7 }, (_, i) => lineStyle(i) as { line: { color: string; dash: string }; marker: { symbol: string; color: string } });
    expect(new Set(styles.map(({ line }) => line.color)).size).toBe(7);
    expect(new Set(styles.map(({ marker }) => marker.symbol)).size).toBe(7);
    expect(new Set(styles.map(({ line }) => line.dash)).size).toBe(6);
    expect(styles.every(({ line, marker }) => line.color === marker.color)).toBe(true);
    expect(lineStyle(7)).toEqual(lineStyle(0));
  });
});
