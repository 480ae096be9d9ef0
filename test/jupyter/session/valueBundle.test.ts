import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { encodeBinary, mimeBundle } from "../../../src/jupyter/session/valueBundle.js";

const DISPLAY = Symbol.for("Jupyter.display");

describe("mimeBundle", () => {
  it("inspects a plain value", async () => {
    expect(await mimeBundle({ a: [1, "x"] })).toEqual({ "text/plain": "{ a: [ 1, 'x' ] }" });
    expect(await mimeBundle("text")).toEqual({ "text/plain": "'text'" });
    expect(await mimeBundle({ [inspect.custom]: () => "its own way" })).toEqual({ "text/plain": "its own way" });
  });

  it("asks a value how it is shown, and waits for the answer", async () => {
    const value = { text: "b", [DISPLAY]() { return { "text/html": `<${this.text}>` }; } };
    expect(await mimeBundle(value)).toEqual({ "text/html": "<b>" });
    expect(await mimeBundle({ [DISPLAY]: async () => ({ "application/json": { a: 1 } }) })).toEqual({ "application/json": { a: 1 } });
  });

  it("sends bytes as base64", () => {
    expect(encodeBinary({ "image/png": new Uint8Array([1, 2, 3]), "text/plain": "p" })).toEqual({ "image/png": "AQID", "text/plain": "p" });
    const many = Uint8Array.from({ length: 20_000 }, (_, i) => i);
    expect(encodeBinary({ "image/png": many })).toEqual({ "image/png": Buffer.from(many).toString("base64") });
  });

  it("refuses an answer that is no bundle", async () => {
    await expect(mimeBundle({ [DISPLAY]: () => "<b>" })).rejects.toThrow(
      new TypeError(
        "Jupyter.display: expected an object that maps MIME types to content, got '<b>'; " +
        'return for example { "text/plain": "…", "text/html": "…" }',
      ),
    );
  });

  it("refuses null", async () => {
    await expect(mimeBundle({ [DISPLAY]: () => null })).rejects.toThrow(/^Jupyter\.display: expected an object that maps MIME types to content, got null; /);
  });

  it("shows what has no display method as it is", async () => {
    const shown = await Promise.all([mimeBundle(null), mimeBundle(undefined), mimeBundle({ [DISPLAY]: 5 })]);
    expect(shown).toEqual(["null", "undefined", "{ [Symbol(Jupyter.display)]: 5 }"].map((text) => ({ "text/plain": text })));
  });

  it("refuses what JSON cannot hold", async () => {
    await expect(mimeBundle({ [DISPLAY]: () => ({ "application/json": 1n }) })).rejects.toThrow(TypeError);
  });
});
