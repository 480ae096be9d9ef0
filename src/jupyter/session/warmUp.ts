/**
 * What is done before the first cell is there: the compiler reads its declarations, what notebooks begin with is found,
 * compiled with and loaded, and V8 gets to know the compiler.
 */
import type { Cells } from "../cells/cells.js";
import type { CellRunner } from "./cellRunner.js";
import { KERNEL_NAME } from "../protocol/kernelName.js";

/** What nearly every notebook's first cell imports. */
export const FIRST_IMPORTS = [KERNEL_NAME, `${KERNEL_NAME}/notebook`] as const;

const IMPORT = `import { array, Solver, TwoLayerNet, type NDArray } from "${KERNEL_NAME}";`;

/** Cells like those that people write; each uses other parts of the compiler. */
const TYPICAL = [
  "const x = array([[1, 2], [3, 4]]), [a, b] = [x.add(1), x.mul(x)];\n({ a, b })",
  "function relu(x: NDArray): [out: NDArray, cache: NDArray] {\n  return [x.maximum(0), x];\n}\nconst [out, cache] = relu(array([1, -1]));\nout",
  "const model = new TwoLayerNet({ inputDim: 4, hiddenDim: 3 });\nfor (const [name, value] of Object.entries(model.params)) console.log(`${name}: ${value.shape.join(\" \")}`);",
  "class Own { constructor(readonly size: number) {} half() { return this.size / 2; } }\nawait Promise.resolve(new Own(3).half())",
  "let best: { rate: number; loss: number } | undefined;\nfor (const rate of [1, 2]) { const loss = Math.log(rate); if (!best || loss < best.loss) best = { rate, loss }; }\nbest",
];
/** So often each part is used that most cells take, and so often until V8 has made the best of them. */
const ROUNDS = 3;
export const MORE_ROUNDS = 8;

/**
 * The steps, short ones but for the first.
 *
 * @param more rounds of typical cells in the end: MORE_ROUNDS, or none where somebody else needs the processor
 */
export function* warmUpSteps({ compiler: { cells }, load }: CellRunner, more: number): Generator<void, void> {
  cells.check("1;");
  yield;
  for (const name of FIRST_IMPORTS) {
    if (cells.check(`import * as all from "${name}";`).length > 0) return; // It is not to be had in this folder.
    yield;
    load(name);
    yield;
  }
  yield* typical(cells, ROUNDS);
  yield* cells.readAhead();
  cells.complete("Math.", 5);
  yield;
  yield* typical(cells, more);
}

function* typical(cells: Cells, rounds: number): Generator<void, void> {
  for (let round = 0; round < rounds; round++) {
    for (const source of TYPICAL) {
      cells.check(`${IMPORT}\n${source}`);
      yield;
    }
  }
}
