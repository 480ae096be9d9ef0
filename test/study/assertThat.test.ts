import { describe, expect, it } from "vitest";
import { assertThat } from "../../src/study/index.js";

describe("assertThat", () => {
  it("passes what holds and stops with the claim that does not", () => {
    expect(assertThat("one is one", true)).toBeUndefined();
    expect(() => assertThat("no dead unit comes back", false)).toThrow(
      new RangeError("expected that no dead unit comes back; the numbers of this cell say otherwise"),
    );
  });
});
