import { afterEach, describe, expect, it, vi } from "vitest";
import { inLanguage } from "../../../src/study/index.js";
import { twinOf } from "../../../src/study/words/twinOf.js";

afterEach(() => void vi.unstubAllEnvs());

describe("inLanguage", () => {
  it("leaves an English notebook's text, and gives a Korean one its twin", () => {
    expect(inLanguage("Training loss")).toBe("Training loss");
    vi.stubEnv("TWO_LAYER_NET_LANG", "ko");
    expect(inLanguage("Training loss")).toBe("훈련 손실");
  });
});

describe("the twin of a text", () => {
  it("keeps what differs from one time to the next, in Korean order", () => {
    expect(twinOf("linear: loss 0.69, 50 of 100 right")).toBe("선형: 손실 0.69, 100개 중 50개 정답");
    expect(twinOf("test accuracy rises by 0.1, the gap shrinks by 0.2 of 0.7")).toBe("테스트 정확도는 0.1 올라가고, 격차는 0.7에서 0.2 줄어듭니다");
  });

  it("has the twins of texts in its holes", () => {
    expect(twinOf("gradient of leaky ReLU (alpha 0.1)")).toBe("리키 ReLU (alpha 0.1)의 기울기");
    expect(twinOf("dx error: expected a value below 1e-9, got 0.5. The check with diagnoses says what usually causes it"))
      .toBe("dx의 오차: 1e-9보다 작아야 하는데 0.5입니다. 흔한 원인은 진단이 있는 검사가 알려 줍니다");
  });

  it("is that of the pattern which says most", () => {
    expect(twinOf("leaky ReLU (alpha 0.01) 0.544 with 1 example, 0.663 with 100; mean output 0.396"))
      .toBe("리키 ReLU (alpha 0.01): 샘플 1개에서 0.544, 100개에서 0.663, 평균 출력 0.396");
    expect(twinOf("tanh: exactly 0 from 19.06, expected 19.06")).toBe("tanh: 정확히 0이 되는 곳 19.06, 예상 19.06");
  });

  it("leaves blanks around a text where they are", () => {
    expect(twinOf("both sides  ")).toBe("양쪽  ");
    expect(twinOf("\n  Training loss\n")).toBe("\n  훈련 손실\n");
  });

  it("is put together of the parts' where a whole has none", () => {
    expect(twinOf("<b>hidden</b><br>50")).toBe("<b>은닉</b><br>50");
    expect(twinOf("Training loss<br><sub>SYNTHETIC images, not CIFAR-10 (seed 0)</sub>"))
      .toBe("훈련 손실<br><sub>CIFAR-10이 아닌 합성 이미지 (시드 0)</sub>");
    expect(twinOf("output  0: moves   1: stays")).toBe("출력  0: 변함   1: 그대로");
    expect(twinOf("Sure, and wrong (mine)")).toBe("확신했지만 틀린 것 (mine)");
    expect(twinOf("ones[0, 2] = 1")).toBe("모두 1[0, 2] = 1");
  });

  it("is soon found, or not, of a text as long as a book", () => {
    const start = performance.now();
    twinOf("one more word, ".repeat(50_000));
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it("is the text itself where nobody has given one: numbers, code, a learner's own words", () => {
    for (const text of ["", "1e-7", "W1", "my own network learns", "toString", "__proto__"]) expect(twinOf(text)).toBe(text);
  });
});
