/** Each text of the checks has its Korean twin. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { sgd } from "../../../src/index.js";
import { checkUpdateRule, diagnoses } from "../../../src/study/index.js";
import { english } from "../../../src/study/exercises/words/english.js";
import { korean } from "../../../src/study/exercises/words/korean.js";
import { koreanDiagnoses } from "../../../src/study/exercises/words/koreanDiagnoses.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("Korean", () => {
  it("has a twin of every diagnosis", () => {
    expect(Object.keys(koreanDiagnoses)).toEqual(Object.keys(diagnoses));
    for (const [key, text] of Object.entries(koreanDiagnoses)) expect({ key, text }).toEqual({ key, text: expect.stringMatching(/\p{Script=Hangul}/u) });
  });

  it("has every other text, and none that is left in English", () => {
    const texts = (words: object): [string, unknown][] =>
      Object.entries(words).flatMap(([key, value]) => (typeof value === "object" ? texts(value).map(([inner, text]): [string, unknown] => [`${key}.${inner}`, text]) : [[key, value]]));
    const [ours, theirs] = [texts({ ...english, diagnoses: {} }), texts({ ...korean, diagnoses: {} })];
    expect(theirs.map(([key, text]) => [key, typeof text])).toEqual(ours.map(([key, text]) => [key, typeof text]));
    const same = ours.filter(([, text], i) => typeof text === "string" && text === theirs[i]![1] && /\b[a-z]{3}/.test(text)).map(([key]) => key);
    expect(same).toEqual([]);
  });

  it("keeps what stands in code and in formulas", () => {
    const code = (text: string) => [...text.matchAll(/[A-Za-z_]\w*(?:\.\w+)*\([^()가-힣]*\)/g)].map(([match]) => match);
    for (const key of Object.keys(diagnoses) as (keyof typeof diagnoses)[]) {
      const missing = code(diagnoses[key]).filter((piece) => !koreanDiagnoses[key].includes(piece));
      expect({ key, missing }).toEqual({ key, missing: [] });
    }
  });
});

describe("language", () => {
  it("is that of a whole report", () => {
    vi.stubEnv("TWO_LAYER_NET_LANG", "ko");
    const report = checkUpdateRule("sgd", (w, dw, config) => [w.add(dw.mul(config.learningRate ?? 0.01)), config]);
    expect(report.headline).toBe("SGD: 검사 4개 중 1개 통과, 3개 실패");
    expect(String(report).replaceAll(/\s+/g, " ")).toContain(koreanDiagnoses.uphill);
    expect(checkUpdateRule("sgd", sgd).headline).toBe("SGD: 검사 4개 중 4개 통과");
  });
});
