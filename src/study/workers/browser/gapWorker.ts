/** The program of measureGaps' web workers, beside what starts them. */
export { default } from "../../experiments/gapWorker.js";
