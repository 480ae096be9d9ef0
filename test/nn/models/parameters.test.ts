import { describe, expect, it } from "vitest";
import { zeros } from "../../../src/index.js";
import { modelDtype } from "../../../src/nn/models/parameters.js";

describe("modelDtype", () => {
  it("is the float type of the first parameter, float64 where that is none", () => {
    expect(modelDtype({ W: zeros([2, 3], "float32"), b: zeros(3) })).toBe("float32");
    expect(modelDtype({ W: zeros([2, 3]), b: zeros(3, "float32") })).toBe("float64");
    expect(modelDtype({ W: zeros([2, 3], "int32") })).toBe("float64");
    expect(modelDtype({})).toBe("float64");
  });
});
