import { expect, it } from "vitest";
import { alternativeText, pictureText } from "../../../src/notebook/display/display.js";

it("trims", () => {
  expect(alternativeText("showImage", "  Ten frogs \n")).toBe("Ten frogs");
  expect(pictureText("Ten frogs")).toBe("[picture: Ten frogs]");
});

it("insists on a text", () => {
  const expected = "showImage: expected alt to be a sentence that says what the picture shows, got";
  expect(() => alternativeText("showImage", undefined)).toThrow(new TypeError(`${expected} none`));
  expect(() => alternativeText("showImage", " ")).toThrow(new TypeError(`${expected} " "`));
  expect(() => alternativeText("showImage", 3)).toThrow(new TypeError(`${expected} 3`));
});
