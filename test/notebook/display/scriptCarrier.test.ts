import { expect, it } from "vitest";
import { ScriptCarrier } from "../../../src/notebook/display/scriptCarrier.js";

it("brings its script with the first output, and again where that one is shown in another run", () => {
  const carrier = new ScriptCarrier(() => "script");
  const [run, again, third] = [() => {}, () => {}, () => {}];
  expect([carrier.scriptFor("a", run), carrier.scriptFor("a", run), carrier.scriptFor("b", run), carrier.scriptFor("b", again)]).toEqual(["script", "", "", ""]);
  expect([carrier.scriptFor("a", again), carrier.scriptFor("a", again), carrier.scriptFor("c", third), carrier.scriptFor("a", third)]).toEqual(["script", "", "", "script"]);
});
