/** How long does a learner wait, from saving an exercise to the diagnosis of what is wrong with it? */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { named } from "./check.mjs";
import { median } from "./duel.mjs";
import { openKernel, withLab } from "./labProcess.mjs";
import { npmStart, ROOT } from "./npmStart.mjs";
import { table } from "./table.mjs";

export const title = "From a saved exercise to its diagnosis";

/** The third exercise: the two before it are right, this one has a mistake. */
const [EXERCISE, CHECK] = ["sigmoid", "check-sigmoid"];
const [RIGHT, WRONG] = ["d * s * (1 - s)", "d * s"];
/** What the check says of it. */
const DIAGNOSIS = /sigmoid layer: .* checks failed/;

const UNTIL = `npm start -- exercises --until ${CHECK}`;
const TO_FAILURE = "npm start -- exercises, to the check that fails";
const LAB = "in the lab, exercise and check";

export const targets = [
  { name: `diagnosis, ${UNTIL}, s`, limit: 1.5, of: (rows) => named(rows, UNTIL).seconds },
  { name: `diagnosis ${LAB} on a warm kernel, s`, limit: 0.3, of: (rows) => named(rows, LAB).seconds },
];

export async function measure({ quick }) {
  const rounds = quick ? 1 : 5;
  const notebook = halfDone();
  return [...commands(notebook, rounds), await inLab(notebook, rounds)];
}

export function report(results) {
  return table(results.map(({ name, seconds }) => ({ way: name, "median s": seconds.toFixed(2) })));
}

/** The notebook as a learner has it who is at the third exercise. */
function halfDone() {
  const read = (name) => JSON.parse(readFileSync(join(ROOT, "notebooks", `${name}.ipynb`), "utf8"));
  const sources = new Map(read("two_layer_net").cells.map(({ id, source }) => [id, [source].flat().join("")]));
  const notebook = read("exercises");
  for (const cell of notebook.cells) {
    cell.source = cell.metadata.tags?.includes("exercise") ? sources.get(cell.id) : [cell.source].flat().join("");
    if (cell.id === EXERCISE) cell.source = cell.source.replace(RIGHT, WRONG);
  }
  return notebook;
}

function commands(notebook, rounds) {
  const ways = [{ name: UNTIL, args: ["--until", CHECK], times: [] }, { name: TO_FAILURE, args: [], times: [] }];
  // Inside the project, where its cells find the library.
  mkdirSync(join(ROOT, ".cache"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, ".cache", "bench-"));
  try {
    const path = join(folder, "exercises.ipynb");
    for (let round = 0; round < rounds; round++) {
      for (const way of ways) {
        writeFileSync(path, JSON.stringify(notebook));
        const { ms, said } = npmStart([path, "--out", join(folder, "out"), ...way.args]);
        expectDiagnosis(said);
        way.times.push(ms / 1000);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return ways.map(({ name, times }) => ({ name, seconds: median(times) }));
}

/** A learner has run the cells above, and now runs the exercise and its check, again and again. */
async function inLab({ cells }, rounds) {
  const code = cells.filter(({ cell_type }) => cell_type === "code");
  const at = code.findIndex(({ id }) => id === EXERCISE);
  const [exercise, check] = code.slice(at).filter(({ id }) => id === EXERCISE || id === CHECK);
  const times = await withLab(async (lab) => {
    const kernel = await openKernel(lab);
    for (const { source } of code.slice(0, at)) await kernel.run(source);
    const seconds = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      await kernel.run(exercise.source);
      const { evalue } = await kernel.run(check.source);
      seconds.push((performance.now() - start) / 1000);
      expectDiagnosis(evalue);
    }
    kernel.close();
    return seconds;
  });
  return { name: LAB, seconds: median(times) };
}

function expectDiagnosis(text) {
  if (!DIAGNOSIS.test(text)) throw new Error(`diagnosis: expected what the check says of the mistake, got ${text}`);
}
