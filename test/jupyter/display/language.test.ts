import { afterEach, expect, it, vi } from "vitest";
import { language } from "../../../src/jupyter/display/language.js";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it("is the one that is named, or that of the notebook's folder", () => {
  expect(language()).toBe("en");
  vi.spyOn(process, "cwd").mockReturnValue("/course/notebooks/ko");
  expect(language()).toBe("ko");
  vi.stubEnv("TWO_LAYER_NET_LANG", "en");
  expect(language()).toBe("en");
});
