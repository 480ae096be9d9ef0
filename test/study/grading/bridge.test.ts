/** Calls across a line, and what comes over it that is no answer. */
import { describe, expect, it } from "vitest";
import { array } from "../../../src/numeric/array/create.js";
import { NDArray } from "../../../src/numeric/array/ndarray.js";
import { RandomState } from "../../../src/numeric/random/randomState.js";
import { NotWrittenError } from "../../../src/study/exercises/notWritten.js";
import { Bridge, type Lines, NoAnswerError } from "../../../src/study/grading/bridge.js";
import { SharedObjects } from "../../../src/study/grading/sharedObjects.js";

const stubError = (subject: string): Error => new NotWrittenError(subject);

/** Two sides in one thread: what one asks, the other answers at once, by turns. */
function pair(): { readonly here: SharedObjects; readonly there: SharedObjects; call(value: (...args: any[]) => unknown, ...args: unknown[]): unknown } {
  const here: SharedObjects = new SharedObjects((target, self, args, isNew) => ask(here, there, target, self, args, isNew), 1, stubError);
  const there: SharedObjects = new SharedObjects((target, self, args, isNew) => ask(there, here, target, self, args, isNew), -1, stubError);
  const call = (called: (...args: any[]) => unknown, ...args: unknown[]): unknown => {
    const [stub] = here.unpack(wired(there.pack([called])));
    return (stub as (...args: unknown[]) => unknown)(...args);
  };
  return { here, there, call };
}

function ask(from: SharedObjects, to: SharedObjects, target: Parameters<SharedObjects["callable"]>[0], self: unknown, args: readonly unknown[], isNew: boolean): unknown {
  const [own, ...given] = to.unpack(wired(from.pack([self, ...args])));
  const called = to.callable(target);
  const result: unknown = isNew ? Reflect.construct(called, given) : Reflect.apply(called, own, given);
  return from.unpack(wired(to.pack([result, own, ...given])))[0];
}

/** As it comes over a line. */
function wired<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

describe("values across", () => {
  it("stay what they are, to the last bit", () => {
    const values = [0, -0, NaN, Infinity, -Infinity, 0.1, "text", true, null, undefined, 12n, [1, [2]], { a: { b: -0 } }];
    for (const value of values) expect(pair().call((x) => x, value)).toEqual(value);
    const x = array([[1.5, -0], [NaN, 1e-300]]);
    const back = pair().call((y: NDArray) => y.copy(), x) as NDArray;
    expect(back).toBeInstanceOf(NDArray);
    expect(back.shape).toEqual([2, 2]);
    expect(Object.is(back.data[1], -0)).toBe(true);
  });

  it("are one object where they were one", () => {
    const { call } = pair();
    const x = array([1, 2]);
    const result = call((y: NDArray) => [y, { y }], x) as [NDArray, { y: NDArray }];
    expect(result[0]).toBe(x);
    expect(result[1].y).toBe(x);
  });

  it("have changed for the caller where they were changed in place", () => {
    const { call } = pair();
    const [x, list, options, random] = [array([1, 2]), [1, 2], { rate: 1 } as Record<string, unknown>, new RandomState(3)];
    call((a: NDArray, b: number[], c: Record<string, unknown>, d: RandomState) => {
      a.data[0] = 7;
      b.push(3);
      c["more"] = a;
      delete c["rate"];
      d.randn(5);
    }, x, list, options, random);
    const expected = new RandomState(3);
    expected.randn(5);
    expect(x.data[0]).toBe(7);
    expect(list).toEqual([1, 2, 3]);
    expect(options).toEqual({ more: x });
    expect(random.getState()).toEqual(expected.getState());
  });

  it("bring instances, whose methods are called where they are", () => {
    class Counter {
      params = { n: array([1]) };
      readonly #step = 2;
      next(): NDArray {
        return this.params.n.add(this.#step);
      }
    }
    const { here, there } = pair();
    const [Stub] = here.unpack(wired(there.pack([Counter]))) as [typeof Counter];
    const counter = new Stub();
    counter.params.n = array([5]);
    expect(Array.from(counter.next().data)).toEqual([7]);
  });

  it("call back", () => {
    const model = { loss: (x: NDArray) => x.sum(), params: { w: array([2]) } };
    expect(pair().call((given: typeof model) => given.loss(given.params.w) as number, model)).toBe(2);
  });

  it("tell a stub from another error", () => {
    const { here, there } = pair();
    const [error] = here.unpack(wired(there.pack([new NotWrittenError("sgd")])));
    expect(error).toBeInstanceOf(NotWrittenError);
    const [other] = here.unpack(wired(there.pack([new RangeError("far")])));
    expect(other).toBeInstanceOf(RangeError);
  });

  it("tell whoever watches a record what was looked for in it", () => {
    const missing: string[] = [];
    const watched = new Proxy({ learningRate: 1 }, { get: (target, name) => (name in target ? target.learningRate : missing.push(String(name))) });
    pair().call((config: { lr?: number }) => config.lr, watched);
    expect(missing).toEqual(["lr"]);
  });
});

describe("what may be called", () => {
  it("is what was given, and leads to no constructor of functions", () => {
    const { here } = pair();
    const list = [1];
    const { objects } = here.pack([list, { f: () => 1 }]);
    const id = (kind: string): number => objects.find((content) => content.kind === kind)!.id;
    expect(here.callable({ of: id("function"), method: null })()).toBe(1);
    for (const target of [{ of: id("list"), method: "constructor" }, { of: id("function"), method: "constructor" }, { of: id("record"), method: "toString" }, { of: id("record"), method: null }, { of: 99, method: null }]) {
      expect(() => here.callable(target), JSON.stringify(target)).toThrow(TypeError);
    }
  });

  it("changes no prototype", () => {
    const { here } = pair();
    here.unpack({ values: [{ object: -1 }], objects: [{ id: -1, kind: "record", plain: true, fields: [["__proto__", { object: -2 }]], methods: [] }, { id: -2, kind: "record", plain: true, fields: [["passed", true]], methods: [] }], missed: [] });
    expect(({} as Record<string, unknown>)["passed"]).toBeUndefined();
  });
});

describe("lines that are no answers", () => {
  function bridgeWith(answer: string): Bridge {
    const lines: Lines = { send: () => {}, receive: () => answer };
    return new Bridge(lines, 1, stubError);
  }
  const answer = (fields: object): string => JSON.stringify({ type: "returned", number: 1, values: [true], objects: [], missed: [], ...fields });

  it("are refused", () => {
    expect(bridgeWith(answer({})).first()).toBe(true);
    for (const line of ["", "{", "null", "7", answer({ number: 2 }), answer({ values: [{ object: -5 }] }), answer({ objects: [{ id: -1, kind: "array", type: "Float64Array", shape: [9], bytes: "" }] }), answer({ objects: [{ id: -1, kind: "array", type: "constructor", shape: [], bytes: "" }] }), answer({ values: 3 }), answer({ objects: "x" })]) {
      expect(() => bridgeWith(line).first(), line).toThrow(NoAnswerError);
    }
  });
});
