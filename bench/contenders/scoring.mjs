/** The library's side of scoring: the class scores of 10,000 images that are bytes. */
import { backend, ImageSet, RandomState, TwoLayerNet } from "two-layer-net";
import { contend, timed } from "./contender.mjs";
import { examplePixels, meanRow } from "./exampleImages.mjs";

const pixels = examplePixels(10_000);
const X = new ImageSet(pixels, meanRow(pixels));
const model = new TwoLayerNet({ hiddenDim: 50, dtype: process.argv[2], random: new RandomState(0) });

await contend(async (repetitions) => ({
  ...(await timed(
    repetitions,
    () => model.scores(X),
    (scores) => scores.data.reduce((total, score) => total + Math.abs(score), 0),
  )),
  backend: backend(),
}));
