/** The limit of two cores, in their part of the work: half of its operations in the registers of one core. */
import { peakWork } from "../peak.mjs";
import { contend, timed } from "./contender.mjs";

const [, , dtype, flops] = process.argv;
const work = await peakWork(dtype);

await contend((repetitions) => timed(repetitions, () => work(Number(flops) / 2), () => undefined));
