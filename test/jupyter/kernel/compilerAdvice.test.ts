/** What cells are refused, and what they are told to write instead. */
import { beforeAll, describe, expect, it } from "vitest";
import { nodeCompiler } from "../../../src/jupyter/kernel/nodeCompiler.js";
import { CellSources } from "../../../src/jupyter/session/cellSources.js";

const compiler = nodeCompiler(new CellSources());

/** The findings, as `code advice`, or `message` for those of the kernel's own. */
function findings(source: string): string[] {
  return compiler.compile("Cell [1]", source).diagnostics.map(({ code, message, advice }) => (code === 0 ? message : `${code} ${advice}`));
}

beforeAll(() => {
  expect(findings('import { array, matmul } from "two-layer-net";\nconst q = array([[1, 2]]), r = array([[3, 4]]); let s = q; const i = 0;')).toEqual([]);
}, 120_000);

describe("habits of NumPy", () => {
  it.each([
    ["q + r", "2365 write q.add(r)"],
    ["q - 2", "2362 write q.sub(2)"],
    ["2 * q", "2363 write q.mul(2)"],
    ["1 - q", "2363 write q.map((v) => 1 - v)"],
    ["s += r", "2365 write s = s.add(r)"],
    ["q ** 2", "2362 write q.map((v) => v ** 2)"],
    ["q > 0", "2365 write q.map((v) => Number(v > 0))"],
    ["q.dot(r)", "2339 write matmul(q, r)"],
    ["q.length", "2339 write q.shape[0] for its rows, or q.size for all elements"],
    ["q.tanh()", "2339 write q.map(Math.tanh)"],
    ["q.flatten()", "2339 write q.reshape(-1)"],
    ["Math.exp(q)", "2345 write q.exp()"],
    ["Math.tanh(q)", "2345 write q.map(Math.tanh)"],
    ["for (const row of q) row", "2488 write q.toList()"],
    ["np.dot(q, r)", '2304 write matmul(q, r), with import { matmul } from "two-layer-net"'],
    ["np.zeros(3)", '2304 write zeros(3), with import { zeros } from "two-layer-net"'],
    ["np.exp(q)", "2304 functions of arrays are methods: write q.exp()"],
    ["q.nothingLikeIt", "2339 undefined"],
  ])("%s: %s", (source, finding) => {
    expect(findings(source)).toEqual([finding]);
  });

  it.each([
    ["q[0]", "an array has no elements in brackets; write q.get(0) for an element of one axis, q.slice(0, 1) for a row"],
    ["q[i]", "an array has no elements in brackets; write q.get(i) for an element of one axis, q.slice(i, i + 1) for a row"],
    ["q[0][1]", "an array has no elements in brackets; write q.get(0, 1)"],
    ["q[0][1] = 5", "an array has no elements in brackets; write q.set([0, 1], 5)"],
    ["-q", "an array has no sign; write q.neg()"],
    ["+q", "an array is no number; write q.map((v) => +v)"],
    ["q == r", "== asks whether both are the same object; write q.combine(r, (a, b) => Number(a === b)) for each element, or === for the objects"],
    ["q < r", "arrays have no order; write q.combine(r, (a, b) => Number(a < b))"],
  ])("%s, of which TypeScript says nothing: %s", (source, finding) => {
    expect(findings(source)).toEqual([finding]);
  });

  it("leave alone what is right, and what is told to be ignored", () => {
    expect(findings("q === r; q.shape[0]; -q.get(0, 0); [q, r][0]; q['shape']; q.data[0]; q == null; `${q}`; [1, 2][i]")).toEqual([]);
    expect(findings("// @ts-ignore\n-q")).toEqual([]);
  });

  it("slices", () => {
    expect(findings("q[0:1]")[0]).toBe("1005 rows are q.slice(0, 1)");
    expect(findings("q[:3]")[0]).toMatch(/^1109 /);
  });
});

describe("names of other places", () => {
  it.each(["alert('x')", "document.title", "window.foo", "requestAnimationFrame(() => {})", "localStorage.a", "new Image()"])("%s is of a page", (source) => {
    expect(findings(source)).toEqual([expect.stringMatching(/cells run in Node, where there is no page$/)]);
  });

  it("of a page are no names of cells, and their own may be called so", () => {
    for (const name of ["name", "event", "status", "top", "parent", "length", "self", "origin"]) expect(findings(`${name};`)).toEqual([expect.stringMatching(/^(2304|2552) /)]);
    expect(findings("const name = 'a', event = 1, status = 2, top = 3; name.length + event + status + top;")).toEqual([]);
  });

  it("of Node have their types", () => {
    const names = "console fetch setTimeout setInterval queueMicrotask URL performance structuredClone AbortController TextDecoder crypto Buffer process Blob WebAssembly btoa EventTarget MessageChannel";
    for (const name of names.split(" ")) expect([name, findings(`${name};`)]).toEqual([name, []]);
    expect(findings("const text: number = fetch;")).toHaveLength(1);
    expect(findings("const clock: HTMLElement | undefined = undefined;")).toEqual([]);
  });

  it("of Python", () => {
    expect(findings("print(1)")).toEqual(["2304 console.log(...) prints"]);
    expect(findings("None")).toEqual(["2304 write null, or undefined"]);
  });
});

it("files of types are not shown where they are", () => {
  expect(compiler.compile("Cell [1]", "q + r").diagnostics[0]!.message).toBe("Operator '+' cannot be applied to types 'NDArray' and 'NDArray'.");
});
