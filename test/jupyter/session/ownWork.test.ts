import { beforeEach, expect, it } from "vitest";
import type { BuiltIns } from "../../../src/jupyter/session/builtIns.js";
import { CellSources } from "../../../src/jupyter/session/cellSources.js";
import { OwnWork, type OwnWorkHooks } from "../../../src/jupyter/session/ownWork.js";
import { shieldsThatTell } from "./played.js";

let told: string[];
beforeEach(() => void (told = []));

function ownWork(hooks: Partial<OwnWorkHooks> = {}, broken: string[] = []): OwnWork {
  const tell: OwnWorkHooks = {
    warn: (text) => told.push(text),
    restore: () => [],
    listen: () => told.push("listen"),
    fail: (error) => told.push(`fail ${String(error)}`) > 0,
    giveUp: (error) => told.push(`give up ${String(error)}`),
  };
  return new OwnWork(shieldsThatTell(told), new CellSources(), { restore: () => broken } as BuiltIns, { ...tell, ...hooks });
}
const fails = (): never => {
  throw new RangeError("broken");
};

it("runs behind the shield", () => {
  ownWork().run(() => told.push("work"));
  expect(told).toEqual(["kernel", "work", "end"]);
});

it("puts back what a cell has broken, listens, and says so", () => {
  ownWork({ restore: () => ["process.stdout.write"] }, ["Map.prototype.get"]).restore();
  expect(told).toEqual(["listen", "The kernel itself needs what a cell has replaced, and has put it back: Map.prototype.get, process.stdout.write\n"]);
});

it("has nothing to say where nothing is broken", () => {
  ownWork().restore();
  expect(told).toEqual(["listen"]);
});

it("ends the cell that it fails for", () => {
  ownWork().run(fails);
  expect(told).toEqual(["kernel", "listen", "fail RangeError: broken", "end"]);
});

it("reports what fails where no cell runs", () => {
  ownWork({ fail: () => false }).run(fails);
  expect(told).toEqual(["kernel", "listen", "kernel", expect.stringMatching(/^The kernel could not do its work: RangeError: broken\n {4}at /), "end", "end"]);
});

it("gives up if that fails too", () => {
  ownWork({ listen: () => { throw new Error("again"); } }).run(fails);
  expect(told).toEqual(["kernel", "give up Error: again", "end"]);
});

it("shows an error that no cell waits for", () => {
  ownWork().report("Uncaught exception", "text");
  expect(told).toEqual(["kernel", "Uncaught exception: Uncaught: 'text'\n", "end"]);
});
