import { describe, expect, it } from "vitest";
import { display, displayInPlace, kernelDisplay } from "../../../src/notebook/display/display.js";
import { inKernel } from "../fakeKernel.js";

const bundle = (text: string) => ({ data: { "text/plain": text, "text/html": `<b>${text}</b>` }, metadata: { "text/html": { isolated: false } } });

describe("kernelDisplay", () => {
  it("is null outside a kernel", () => {
    expect(kernelDisplay()).toBeNull();
  });

  it("finds tslab wherever it is installed", () => {
    for (const path of ["/usr/lib/node_modules/tslab/dist/jupyter.js", "C:\\npm\\node_modules\\tslab\\dist\\jupyter.js"]) {
      inKernel(() => expect(kernelDisplay()).toBeTypeOf("function"), path);
    }
    inKernel(() => expect(kernelDisplay()).toBeNull(), "/x/not-tslab/dist/jupyter.js");
  });
});

describe("display", () => {
  it("sends one message in a kernel", () => {
    const lines: string[] = [];
    const sent = inKernel(() => display(bundle("a"), { log: (line) => lines.push(line) }));
    expect(sent).toEqual([{ content: { ...bundle("a"), transient: {} }, update: false }]);
    expect(lines).toEqual([]);
  });

  it("logs the plain text elsewhere", () => {
    const lines: string[] = [];
    display(bundle("a"), { log: (line) => lines.push(line) });
    expect(lines).toEqual(["a"]);
  });
});

describe("displayInPlace", () => {
  it("replaces under one id, which is new for each display", () => {
    const sent = inKernel(() => {
      const send = kernelDisplay()!;
      displayInPlace(bundle("a"), send).update(bundle("b"));
      displayInPlace(bundle("c"), send);
    });
    expect(sent.map(({ content, update }) => [content.data["text/plain"], update])).toEqual([["a", false], ["b", true], ["c", false]]);
    const ids = sent.map(({ content }) => content.transient.display_id);
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });
});
