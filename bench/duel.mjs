/**
 * Programs that do the same work, each in a process of its own, run by turns: whatever else the
 * machine does meanwhile slows them all alike, and ratios of medians mean something.
 */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

/** Threads of the last contender go to sleep. */
const PAUSE = 50;

/**
 * @param contenders `{ name, command, args, env }` each, speaking the protocol of contender.mjs
 * @param rounds turns that count; one more warms up
 * @param repetitions of the work in a turn
 * @param agree how far the contenders' check values may lie apart, relative; undefined to accept any
 * @returns for each contender `{ name, median, best, peakMB, check, backend }`, or `{ name, absent }`
 */
export async function duel({ contenders, rounds, repetitions, agree }) {
  const players = await Promise.all(contenders.map(start));
  const present = players.filter((player) => !player.absent);
  for (let round = 0; round <= rounds; round++) {
    for (const player of present) {
      await player.turn(repetitions, round > 0);
      await sleep(PAUSE);
    }
  }
  for (const player of present) player.end();
  if (agree !== undefined) checkAgreement(present, agree);
  return players.map(summary);
}

/** The median of some numbers. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

async function start({ name, command, args, env = {}, ...facts }) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "pipe"] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const player = { name, facts, ms: [], turn, end: () => child.stdin.end() };
  let complaint = "";
  child.stderr.on("data", (text) => (complaint += text));
  child.stdin.on("error", () => {});
  child.on("error", (error) => (complaint += error.message));
  return player;

  async function turn(repetitions, counts) {
    if (player.absent) return;
    child.stdin.write(`${repetitions}\n`);
    const { value, done } = await answers.next();
    if (done) {
      const lines = complaint.trim().split("\n");
      player.absent = lines.find((line) => /Error/.test(line)) ?? (lines.at(-1) || "it ended");
      return;
    }
    const { ms, ...rest } = JSON.parse(value);
    Object.assign(player, rest);
    if (counts) player.ms.push(...ms);
  }
}

function checkAgreement(players, tolerance) {
  const [first, ...others] = players.filter(({ check }) => check !== undefined);
  for (const { name, check } of others) {
    if (!(Math.abs(check - first.check) <= tolerance * Math.abs(first.check))) {
      throw new Error(`duel: expected ${name} to get ${first.check}, as ${first.name} does, got ${check}`);
    }
  }
}

function summary({ name, facts, ms, absent, check, backend, peakMB }) {
  if (absent || ms.length === 0) return { name, ...facts, absent: absent ?? "no answer" };
  return { name, ...facts, backend, median: median(ms), best: Math.min(...ms), ms, check, peakMB };
}
