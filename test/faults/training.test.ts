/** Runs killed without warning while they write checkpoints lose nothing that was written. */
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { RandomState } from "../../src/index.js";
import { KILLS, leftovers } from "./killing.js";

const PROGRAM = fileURLToPath(new URL("./longRun.mjs", import.meta.url));

let folder: string;
let whole: string;
beforeAll(() => {
  folder = temporaryFolder();
  expect(spawnSync(process.execPath, [PROGRAM, join(folder, "whole")]).status).toBe(0);
  whole = readFileSync(join(folder, "whole.json"), "utf8");
}, 60_000);

/** Checkpoints of the name, the last first. */
function checkpoints(name: string): string[] {
  const epochOf = (file: string) => Number(/_epoch_(\d+)\.npz$/.exec(file)![1]);
  const files = readdirSync(folder).filter((file) => file.startsWith(`${name}_epoch_`) && file.endsWith(".npz"));
  return files.sort((a, b) => epochOf(b) - epochOf(a)).map((file) => join(folder, file));
}

/** Starts the run and kills it some time after so many checkpoints are there. */
function runAndKill(name: string, count: number, delay: number): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [PROGRAM, join(folder, name)], { stdio: "ignore" });
  const poll = setInterval(() => {
    if (checkpoints(name).length < count) return;
    clearInterval(poll);
    setTimeout(() => child.kill("SIGKILL"), delay);
  }, 1);
  return new Promise((resolve) => child.on("exit", (_, signal) => (clearInterval(poll), resolve(signal))));
}

const random = new RandomState(6);
const kills = Array.from({ length: KILLS }, (_, i) => [`run${i}`, 1 + random.randint(30), random.randint(12)] as const);

const signals: (NodeJS.Signals | null)[] = [];

it.each(kills)("%s, killed %i checkpoints and %i ms into it, goes on to the same bits", async (name, count, delay) => {
  signals.push(await runAndKill(name, count, delay));
  const [last] = checkpoints(name);
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, join(folder, name), last!], { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  expect(readFileSync(join(folder, `${name}.json`), "utf8")).toBe(whole);
  // of those written after the kill and before it alike
  expect(checkpoints(name)).toHaveLength(61);
  expect(leftovers(folder)).toEqual([]);
});

// on a machine with much else to do, one may have ended before it was killed
it("they were killed", () => {
  expect(signals).toHaveLength(KILLS);
  expect(signals.filter((signal) => signal === "SIGKILL").length).toBeGreaterThan(KILLS / 2);
});
