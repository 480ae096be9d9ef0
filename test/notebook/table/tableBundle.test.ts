import { afterEach, describe, expect, it, vi } from "vitest";
import { type Frame, tableBundle } from "../../../src/notebook/table/tableBundle.js";

const frame: Frame = { columns: ["<b>", "error"], index: ["a&b", 1], values: [["W1", 1.5], ["b1", 20]], $isSeries: false };
const numbers = (rows: number): Frame => ({ columns: ["x"], index: Array.from({ length: rows }, (_, i) => i), values: Array.from({ length: rows }, (_, i) => i), $isSeries: true });

afterEach(() => void vi.unstubAllEnvs());

describe("tableBundle", () => {
  it("has heads, names of rows, cells and caption in the language of the notebook", () => {
    vi.stubEnv("TWO_LAYER_NET_LANG", "ko");
    const table: Frame = { columns: ["verdict", "learningRate"], index: ["mistake"], values: [["too large", 0.1]], $isSeries: false };
    const { data } = tableBundle(table, { caption: "After 300 steps" });
    expect(data["text/plain"]).toBe("300스텝 뒤\n         판정  learningRate\n실수  너무 큼           0.1");
    expect(data["text/html"]).toContain("<caption>300스텝 뒤</caption>");
  });

  it("writes a table in Jupyter's own style, escaped, with heads for rows and columns", () => {
    expect(tableBundle(frame, { caption: "Errors < 1" }).data["text/html"]).toBe(
      [
        '<table border="1" class="dataframe">',
        "<caption>Errors &lt; 1</caption>",
        '<thead><tr><td></td><th scope="col">&lt;b&gt;</th><th scope="col">error</th></tr></thead>',
        "<tbody>",
        '<tr><th scope="row">a&amp;b</th><td>W1</td><td>1.5</td></tr>',
        '<tr><th scope="row">1</th><td>b1</td><td>20.0</td></tr>',
        "</tbody>",
        "</table>",
      ].join("\n"),
    );
  });

  it("has no caption unless there is one, and the metadata of none", () => {
    const { data, metadata } = tableBundle(frame);
    expect(data["text/html"]).toMatch(/^<table border="1" class="dataframe">\n<thead>/);
    expect(data["text/plain"]).toBe("     <b>  error\na&b   W1    1.5\n  1   b1   20.0");
    expect(metadata).toEqual({});
  });

  it.each(["日本", "ハ", "ﾊ한".slice(1), "Ａ", "😀", "𠀀", "ᄀ"])("takes %s for two columns a letter", (text) => {
    const wide: Frame = { columns: [text], index: [0], values: [["12345"]], $isSeries: false };
    expect(tableBundle(wide, { index: false }).data["text/plain"]).toBe(`${" ".repeat(5 - 2 * [...text].length)}${text}\n12345`);
  });

  it("cuts a longer frame between its ends, and says so in the text", () => {
    const long: Frame = { columns: ["x", "y"], index: Array.from({ length: 61 }, (_, i) => i), values: Array.from({ length: 61 }, (_, i) => [i, i / 2]), $isSeries: false };
    const lines = tableBundle(long, { index: false }).data["text/plain"].split("\n");
    expect([lines[0], lines[1], lines[10], lines[11], lines[12], lines[21], lines[22]]).toEqual([" x     y", " 0   0.0", " 9   4.5", " …     …", "51  25.5", "60  30.0", "61 rows × 2 columns"]);
  });

  it("aligns the text on the right", () => {
    expect(tableBundle(frame, { caption: "Errors" }).data["text/plain"]).toBe("Errors\n     <b>  error\na&b   W1    1.5\n  1   b1   20.0");
  });

  it("aligns East Asian text, which is twice as wide", () => {
    const korean: Frame = { columns: ["손실", "x"], index: [0], values: [[1, 22]], $isSeries: false };
    expect(tableBundle(korean).data["text/plain"]).toBe("   손실   x\n0     1  22");
  });

  it("hides the labels of the rows when asked to", () => {
    const { data } = tableBundle(frame, { index: false });
    expect(data["text/plain"]).toBe("<b>  error\n W1    1.5\n b1   20.0");
    expect(data["text/html"]).toContain("<tr><td>W1</td><td>1.5</td></tr>");
    expect(data["text/html"]).toContain('<thead><tr><th scope="col">');
  });

  it("shows 60 rows of a series in full, and of a longer one both ends and the size", () => {
    const full = tableBundle(numbers(60)).data;
    expect(full["text/plain"].split("\n")).toHaveLength(61);
    expect(full["text/html"]).not.toContain("…");
    const { data } = tableBundle(numbers(61));
    const lines = data["text/plain"].split("\n");
    expect(lines).toHaveLength(1 + 20 + 1 + 1);
    expect([lines[10], lines[11], lines[12], lines[22]]).toEqual([" 9   9", " …   …", "51  51", "61 rows × 1 columns"]);
    expect((data["text/html"] as string).match(/<tr>/g)).toHaveLength(22);
    expect(data["text/html"]).toMatch(/<tr><th scope="row">…<\/th><td>…<\/td><\/tr>\n<tr><th scope="row">51<\/th>/);
    expect(data["text/html"]).toMatch(/<p>61 rows × 1 columns<\/p>$/);
  });
});
