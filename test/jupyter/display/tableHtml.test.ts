import { afterEach, expect, it, vi } from "vitest";
import { sizeText, type TableCells, tableHtml } from "../../../src/jupyter/display/tableHtml.js";

const cells: TableCells = { columns: ["a", "b<c"], index: ["0", "1"], rows: [["1", "2"], ["3", "&"]], omitted: 0, shape: [2, 2] };

afterEach(() => void vi.unstubAllEnvs());

it("has a row a line, with labels as heads of rows and columns, all escaped", () => {
  expect(tableHtml(cells)).toBe(`<table border="1" class="dataframe">
<thead><tr><td></td><th scope="col">a</th><th scope="col">b&lt;c</th></tr></thead>
<tbody>
<tr><th scope="row">0</th><td>1</td><td>2</td></tr>
<tr><th scope="row">1</th><td>3</td><td>&amp;</td></tr>
</tbody>
</table>`);
});

it("has neither labels nor their corner where they are hidden", () => {
  const html = tableHtml({ ...cells, index: null });
  expect(html).toContain('<thead><tr><th scope="col">a</th>');
  expect(html).toContain("<tr><td>1</td><td>2</td></tr>");
  expect(html).not.toContain("row");
});

it("names its caption, if it has one", () => {
  expect(tableHtml(cells)).not.toContain("caption");
  expect(tableHtml(cells, "A & B").split("\n").slice(0, 3)).toEqual([
    '<table border="1" class="dataframe">', "<caption>A &amp; B</caption>", expect.stringMatching(/^<thead>/),
  ]);
});

it("marks the middle where rows are left out, and says how large the whole is", () => {
  const long: TableCells = { ...cells, omitted: 98, shape: [100, 2] };
  const lines = tableHtml(long).split("\n");
  expect(lines[4]).toBe('<tr><th scope="row">…</th><td>…</td><td>…</td></tr>');
  expect(lines.at(-1)).toBe("<p>100 rows × 2 columns</p>");
  const unlabelled = tableHtml({ ...long, index: null });
  expect(unlabelled).toContain("\n<tr><td>…</td><td>…</td></tr>\n");
  expect(sizeText([1, 3])).toBe("1 rows × 3 columns");
  vi.stubEnv("TWO_LAYER_NET_LANG", "ko");
  expect(sizeText([1, 3])).toBe("1행 × 3열");
});
