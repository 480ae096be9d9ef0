/** The program of a sweep's web workers, beside what starts them. */
export { default } from "../../sweep/trialWorker.js";
