import { afterEach, describe, expect, it, vi } from "vitest";
import { assertBelow, assertThat } from "../../src/study/index.js";

afterEach(() => void vi.unstubAllEnvs());

describe("assertThat", () => {
  it("and assertBelow stop a Korean notebook in Korean", () => {
    vi.stubEnv("TWO_LAYER_NET_LANG", "ko");
    expect(() => assertThat("no dead unit comes back", false)).toThrow(new RangeError("이 셀의 수가 글과 다릅니다. 맞아야 하는 것: 죽은 유닛은 하나도 되살아나지 않는다"));
    expect(() => assertBelow("error of dW1 by hand", 0.5, 1e-14)).toThrow(new RangeError("손으로 구한 dW1의 오차: 1e-14보다 작아야 하는데 0.5입니다"));
  });

  it("passes what holds and stops with the claim that does not", () => {
    expect(assertThat("one is one", true)).toBeUndefined();
    expect(() => assertThat("no dead unit comes back", false)).toThrow(
      new RangeError("expected that no dead unit comes back; the numbers of this cell say otherwise"),
    );
  });
});
