/** The most frequent mistakes of a class whose students write in two languages. */
import { describe, expect, it } from "vitest";
import { mistakeTally } from "../../../src/cli/grade/mistakeTally.js";
import type { CheckResult, ExerciseResult, HandInResult } from "../../../src/cli/grade/result.js";

const check = (name: string, diagnosis: string, causes: string[] = []): CheckResult =>
  ({ name, status: diagnosis === "" ? "passed" : "failed", measured: "", limit: "", diagnosis, causes });

const exercise = (id: string, open: CheckResult[], { ending = null, uses = [] }: Partial<Pick<ExerciseResult, "ending" | "uses">> = {}): ExerciseResult =>
  ({ id, open, hidden: [], ending, texts: [], uses, flags: [] });

const handIn = (id: string, lang: string, ...exercises: ExerciseResult[]): HandInResult =>
  ({ key: "", id, name: id, file: `${id}.zip`, submitted: null, lang, answers: [], flags: [], exercises });

const student = (id: string, lang: string, open: CheckResult[], ending: ExerciseResult["ending"] = null): HandInResult =>
  handIn(id, lang, exercise("affine", open, { ending }));

const told = (results: HandInResult[], lang = "en"): string[] => mistakeTally(results, lang).map(({ diagnosis, students }) => `${diagnosis}: ${students.join(" ")}`);

describe("the tally of mistakes", () => {
  it("counts what was told apart by its causes, whatever the check and the order of causes", () => {
    expect(told([
      student("a", "en", [check("shape", "transposed", ["transposed", "bias"])]),
      student("b", "en", [check("shape", ""), check("values", "transposed", ["bias", "transposed"])]),
      student("c", "en", [check("shape", "bias", ["bias"])]),
    ])).toEqual(["transposed: a b", "bias: c"]);
  });

  it("counts what was not told apart by the check, in whichever language its report is", () => {
    const english = student("b", "en", [check("shape", ""), check("values", "differs by 0.5")]);
    const korean = ["a", "c"].map((id) => student(id, "ko", [check("모양", ""), check("값", "다릅니다")]));
    expect(mistakeTally([korean[0], english, korean[1]], "en")).toEqual([{ exercise: "affine", causes: [], check: "values", diagnosis: "differs by 0.5", students: ["a", "b", "c"] }]);
    expect(mistakeTally([english, ...korean], "ko")[0]).toMatchObject({ check: "값", diagnosis: "다릅니다" });
    expect(told(korean)).toEqual(["다릅니다: a c"]);
  });

  it("keeps two checks that failed apart, and counts a student once for each", () => {
    const both = [check("shape", "another shape"), check("values", "other numbers")];
    expect(told([student("a", "en", both), student("b", "en", [check("shape", ""), both[1]])])).toEqual(["other numbers: a b", "another shape: a"]);
  });

  it("tells of a process that was ended once, in the teacher's language, beside causes that were told before", () => {
    const open = [check("모양", "축이 바뀌었습니다", ["transposed"]), check("값", "끝났습니다"), check("기울기", "끝났습니다")];
    const [first, second, ...rest] = mistakeTally([student("a", "ko", open, "memory"), student("b", "en", [check("shape", "ended")], "memory")], "en");
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ causes: ["memory"], check: "memory", students: ["a", "b"] });
    expect(first.diagnosis).toMatch(/^[\x20-\x7e]+$/);
    expect(second).toMatchObject({ causes: ["transposed"], students: ["a"] });
  });

  it("counts what code fails by that it calls at that code alone, unless it was told apart", () => {
    const network = exercise("network", [check("loss", "another number"), check("b2", "no bias", ["noBias"])], { uses: ["affine", "relu"] });
    const relu = exercise("relu", [check("forward", "")]);
    const wrong = exercise("affine", [check("values", "other numbers")]);
    const right = exercise("affine", [check("values", "")]);
    expect(told([handIn("a", "en", wrong, relu, network)])).toEqual(["other numbers: a", "no bias: a"]);
    expect(told([handIn("a", "en", right, relu, network)])).toEqual(["another number: a", "no bias: a"]);
    const unwritten = exercise("affine", [{ ...check("values", ""), status: "not written yet" }]);
    expect(told([handIn("a", "en", unwritten, network)])).toEqual(["no bias: a"]);
    expect(told([handIn("a", "en", wrong, { ...network, uses: ["relu"] })])).toContain("another number: a");
  });
});
