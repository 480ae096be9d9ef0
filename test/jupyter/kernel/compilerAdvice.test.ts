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
  it.each<[source: string, finding: string]>([
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
    ["q.toString.x", "2339 undefined"],
    ["q.E", "2339 undefined"],
    ["q.matmul(r)", "2339 write matmul(q, r)"],
    ["q.mm()", "2339 write matmul(q, other)"],
    ["q.ravel()", "2339 write q.reshape(-1)"],
    ["q.clip(0, 1)", "2339 write q.maximum(low).minimum(high)"],
    ["q.at(0, 1)", "2339 write q.get(0, 1)"],
    ["q.tolist()", "2551 write q.toList()"],
    ["q.argmin(0)", "2339 write q.neg().argmax(0)"],
    ["q.square()", "2339 write q.mul(q)"],
    ["q.pow(3)", "2339 write q.map((v) => v ** 3)"],
    ["q.pow()", "2339 write q.map((v) => v ** 2)"],
    ["q.power(3)", "2339 write q.map((v) => v ** 3)"],
    ["q.power()", "2339 write q.map((v) => v ** 2)"],
    ["q.plus(r)", "2339 write q.add(r)"],
    ["q.minus(r)", "2551 write q.sub(r)"],
    ["q.subtract(r)", "2339 write q.sub(r)"],
    ["q.times(r)", "2339 write q.mul(r)"],
    ["q.multiply(r)", "2339 write q.mul(r)"],
    ["q.divide(r)", "2339 write q.div(r)"],
    ["q.negative()", "2339 write q.neg()"],
    ...["forEach", "filter", "reduce", "join"].map((name) => [`q.${name}(i)`, "2339 write q.toList() for lists, or q.data for all elements in one"] as [string, string]),
    ["q % 2", "2362 write q.map((v) => v % 2)"],
    ["2 + q", "2365 write q.add(2)"],
    ["2 < q", "2365 write q.map((v) => Number(2 < v))"],
    ["q === 0", "2367 write q.map((v) => Number(v === 0))"],
    ["q !== 0", "2367 write q.map((v) => Number(v !== 0))"],
    ["q == 0", "2367 write q.map((v) => Number(v == 0))"],
    ["q != 0", "2367 write q.map((v) => Number(v != 0))"],
    ["q < 0", "2365 write q.map((v) => Number(v < 0))"],
    ["q <= 0", "2365 write q.map((v) => Number(v <= 0))"],
    ["q >= 0", "2365 write q.map((v) => Number(v >= 0))"],
    ["q & 1", "2362 undefined"],
    ["s -= 2", "2362 write s = s.sub(2)"],
    ["s /= 2", "2362 write s = s.div(2)"],
    ["s **= 2", "2362 write s = s.map((v) => v ** 2)"],
    ["q.add(r) + r", "2365 write q.add(r).add(r)"],
    ["i - 'a'", "2363 undefined"],
    ["[...q]", "2488 write q.toList()"],
    ["const [first] = q", "2488 write q.toList()"],
    ["const list: typeof q = 5", "2322 undefined"],
    ["const number: number = q", "2322 undefined"],
    ...["max", "min", "sqrt", "abs", "log"].map((name) => [`Math.${name}(q)`, `2345 write q.${name}()`] as [string, string]),
    ["Math.max(1, q)", "2345 write q.maximum(1)"],
    ["Math.min(q, r)", "2345 write q.minimum(r)"],
    ["Math.max(0, q, 1)", "2345 write q.map((v) => Math.max(0, v, 1))"],
    ["Math.pow(q, 2)", "2345 write q.map((v) => Math.pow(v, 2))"],
    ["Math.atan2(q, r)", "2345 undefined"],
    ["Math.max(q, ...[1])", "2345 undefined"],
    ["((n: number) => n)(q)", "2345 undefined"],
    ["Math.exp('a')", "2345 undefined"],
    ["np", '2304 import what you need by name: import { array, zeros, matmul } from "two-layer-net"'],
    ...["array", "ones", "full", "arange", "linspace", "matmul"].map((name) => [`np.${name}(2, 3)`, `2304 write ${name}(2, 3), with import { ${name} } from "two-layer-net"`] as [string, string]),
    ["np.clip(q, 0, 1)", "2304 functions of arrays are methods: write q.clip(0, 1)"],
    ["np.pi", "2304 write Math.PI"],
    ["2 * np.e", "2304 write Math.E"],
    ["-np.inf", "2304 write Infinity"],
    ["np.nan", "2304 write NaN"],
    ["np.sum()", "2304 functions of arrays are methods: write x.sum()"],
  ])("%s: %s", (source, finding) => {
    expect(findings(source)).toEqual([finding]);
  });

  it.each<[source: string, finding: string]>([
    ["q[0]", "an array has no elements in brackets; write q.get(0) for an element of one axis, q.slice(0, 1) for a row"],
    ["q[i]", "an array has no elements in brackets; write q.get(i) for an element of one axis, q.slice(i, i + 1) for a row"],
    ["q[0][1]", "an array has no elements in brackets; write q.get(0, 1)"],
    ["q[0][1] = 5", "an array has no elements in brackets; write q.set([0, 1], 5)"],
    ["-q", "an array has no sign; write q.neg()"],
    ["+q", "an array is no number; write q.map((v) => +v)"],
    ["q == r", "== asks whether both are the same object; write q.combine(r, (a, b) => Number(a === b)) for each element, or === for the objects"],
    ["q != r", "!= asks whether both are the same object; write q.combine(r, (a, b) => Number(a !== b)) for each element, or !== for the objects"],
    ...["<", ">", "<=", ">="].map((sign) => [`q ${sign} r`, `arrays have no order; write q.combine(r, (a, b) => Number(a ${sign} b))`] as [string, string]),
    ["~q", "an array is no number; write q.map((v) => ~v)"],
    ["q[i + 1]", "an array has no elements in brackets; write q.get(i + 1) for an element of one axis, q.slice(i + 1, i + 1 + 1) for a row"],
    ["q[0 + i]", "an array has no elements in brackets; write q.get(0 + i) for an element of one axis, q.slice(0 + i, 0 + i + 1) for a row"],
    ["q[12]", "an array has no elements in brackets; write q.get(12) for an element of one axis, q.slice(12, 13) for a row"],
    ["q[0] += 5", "an array has no elements in brackets; write q.get(0) for an element of one axis, q.slice(0, 1) for a row"],
    ["// ts-ignore\n-q", "an array has no sign; write q.neg()"],
    ["1; // @ts-ignore\n-q", "an array has no sign; write q.neg()"],
    ["1; // @ts-nocheck\n-q", "an array has no sign; write q.neg()"],
  ])("%s, of which TypeScript says nothing: %s", (source, finding) => {
    expect(findings(source)).toEqual([finding]);
  });

  it("leave alone what is right, and what is told to be ignored", () => {
    expect(findings("q === r; q.shape[0]; -q.get(0, 0); [q, r][0]; q['shape']; q.data[0]; q == null; `${q}`; [1, 2][i]")).toEqual([]);
    for (const code of ["// @ts-ignore\n-q", "1;\n  //@ts-ignore\n-q", "// @ts-nocheck\n-q", "/* a */\n// b\n// @ts-nocheck\n-q", "!q"]) expect([code, findings(code)]).toEqual([code, []]);
    expect(findings("-q; (")).toEqual(["1109 undefined"]);
    expect(findings("const late = -q;\n// @ts-expect-error\nlate = 1;")).toEqual(["an array has no sign; write q.neg()"]);
  });

  it.each([["q % r", "q.combine(r, (a, b) => a % b)"], ["q - r", "q.sub(r)"], ["(q) * r", "(q).mul(r)"], ["q ** r", "q.combine(r, (a, b) => a ** b)"], ["s *= r", "s = s.mul(r)"]])("are told of for each side of %s", (source, instead) => {
    expect(findings(source)).toEqual([`2362 write ${instead}`, `2363 write ${instead}`]);
  });

  it("name an axis, and come in several", () => {
    expect(findings("np.sum(q, axis=0)")[0]).toBe("2304 functions of arrays are methods: write q.sum(0)");
    expect(findings("q + r + q")).toEqual(["2365 write q.add(r)"]);
    expect(findings("2 ** -q")).toEqual(["an array has no sign; write q.neg()"]);
  });

  it("slices", () => {
    expect(findings("q[0:1]")[0]).toBe("1005 rows are q.slice(0, 1)");
    expect(findings("q[:3]")[0]).toMatch(/^1109 /);
    expect(findings("q.data[ 1 : i ]")[0]).toBe("1005 rows are q.data.slice(1, i)");
    expect(findings("q[1:]")[0]).toBe("1005 rows are q.slice(1)");
    expect(findings("q[1:2:3]").filter((finding) => finding.includes("rows"))).toEqual([]);
  });
});

describe("names of other places", () => {
  it.each(["alert('x')", "document.title", "window.foo", "requestAnimationFrame(() => {})", "localStorage.a", "new Image()", "confirm('x')", "location.href", "sessionStorage.a", "cancelAnimationFrame(1)", "new XMLHttpRequest()", "HTMLElement.name"])("%s is of a page", (source) => {
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

  it.each([
    ["print", "console.log(...) prints"],
    ["None", "write null, or undefined"],
    ["len", "write list.length, or array.shape[0]"],
    ["range", "write for (let i = 0; i < n; i++), or arange(n) for an array"],
    ["enumerate", "write list.entries()"],
    ["zip", "write a.map((x, i) => [x, b[i]])"],
    ["True", "write true"],
    ["False", "write false"],
    ["str", "write String(x)"],
    ["int", "write Math.trunc(x)"],
    ["float", "write Number(x)"],
    ["self", "write this"],
    ["plt", 'import a figure and showFigure from "two-layer-net/study" and "two-layer-net/notebook"'],
    ["nowhere", "undefined"],
    ["__proto__", "undefined"],
  ])("of Python: %s", (name, advice) => {
    expect(findings(name)).toEqual([expect.stringMatching(/^(2304|2552) /)]);
    expect(findings(name)[0]!.slice(5)).toBe(advice);
  });

  it("of a page are told without the options that no cell has", () => {
    expect(compiler.compile("Cell [1]", "document").diagnostics[0]!.message).toBe("Cannot find name 'document'.");
  });

  it("of the library's own modules, what to do; of others, nothing", () => {
    expect(findings("import a from 'two-layer-net/nothing'")).toEqual([expect.stringMatching(/^2307 the notebook lies outside of (.+), where the library is: move it into \1\/notebooks, or run npm install "\1" once in the notebook's folder and restart the kernel$/)]);
    for (const name of ["./nothing", "two-layer-netx", "nothing/two-layer-net/"]) expect(findings(`import a from '${name}'`)).toEqual(["2307 undefined"]);
  });
});

it("files of types are not shown where they are", () => {
  expect(compiler.compile("Cell [1]", "q + r").diagnostics[0]!.message).toBe("Operator '+' cannot be applied to types 'NDArray' and 'NDArray'.");
});
