import { beforeEach, expect, it } from "vitest";
import { LiveNames } from "../../../src/jupyter/cells/liveNames.js";

let names: LiveNames;
beforeEach(() => void (names = new LiveNames((name) => new ReferenceError(`${name} is missing`))));
const view = (...used: string[]) => names.view(used) as Record<string, unknown>;

it("a view has the variables of the cells that declared them last, live", () => {
  let n = 1;
  const cell = view("n", "later");
  expect(names.has("none")).toBe(false);
  names.begin(["n"]);
  names.define({ get n() { return n; }, set n(value) { n = value; } });
  expect([names.has("n"), cell["n"]]).toEqual([true, 1]);
  cell["n"] = 5;
  expect([n, cell["n"], view("n")["n"]]).toEqual([5, 5, 5]);
  names.define({ get n() { return 7; }, get later() { return 8; } });
  expect([cell["n"], cell["later"], n]).toEqual([7, 8, 5]);
});

it("what has not got there is missing, to read and to assign to", () => {
  names.define({ get n() { return 1; } });
  names.begin(["n"]);
  const cell = view("n");
  expect(() => cell["n"]).toThrow(new ReferenceError("n is missing"));
  expect(() => (cell["n"] = 1)).toThrow(new ReferenceError("n is missing"));
  names.define({ get n() { throw new ReferenceError("Cannot access 'n' before initialization"); }, set n(_) { throw new ReferenceError("too early"); } });
  expect(() => cell["n"]).toThrow("n is missing");
  expect(() => (cell["n"] = 1)).toThrow("n is missing");
});

it("an error of the variable's own is thrown as it is", () => {
  names.define({ get n() { throw new RangeError("own"); }, set n(_) { throw new RangeError("set"); } });
  expect(() => view("n")["n"]).toThrow(new RangeError("own"));
  expect(() => (view("n")["n"] = 1)).toThrow(new RangeError("set"));
});
