import { expect, it } from "vitest";
import { nanCheck, nanRemark } from "../../../src/study/exercises/nanCheck.js";
import { diagnoses } from "../../../src/study/index.js";

const stops = (): number => {
  throw new Error("NaN");
};

it.each([["NaN", () => NaN, "nan"], ["infinity", () => -Infinity, "-inf"], ["an error", stops, "an error instead of a result"]])("takes %s for honest", (_, call, measured) => {
  for (const check of [nanCheck("n", () => "nanScores", call), nanRemark("n", call)]) {
    expect(check).toMatchObject({ name: "n", limit: "nan, or an error" });
    expect(check.run()).toEqual({ measured, diagnosis: "", remark: "" });
  }
});

it("blames a number that looks right, or remarks on it", () => {
  expect(nanCheck("n", () => "nanScores", () => 0.25).run()).toMatchObject({ measured: "0.25", diagnosis: diagnoses.nanScores, causes: ["nanScores"] });
  expect(nanRemark("n", () => 0.25).run()).toEqual({ measured: "0.25", diagnosis: "", remark: diagnoses.nanLossHidden });
});
