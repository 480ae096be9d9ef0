/** The checks of a layer's forward pass. */
import type { NDArray } from "../../../numeric/array/ndarray.js";
import { shapeText } from "../../../numeric/array/shape.js";
import { belowText, compareArrays, compareShapes } from "../compare.js";
import { diagnoses } from "../diagnoses.js";
import type { CheckStep } from "../runChecks.js";
import { UNCHANGED, unchangedBy } from "../unchanged.js";
import type { LayerSubject } from "./layerSubject.js";
import { callForward, copies, type Forward } from "./learnersLayer.js";

const LIMIT = 1e-12;

export function forwardChecks(subject: LayerSubject, forward: Forward): CheckStep[] {
  const { inputs, extreme } = subject;
  const right = subject.forward(inputs);
  const out = (given = inputs) => callForward(forward, copies(given))[0];
  const steps: CheckStep[] = [
    {
      name: "forward: shape of out",
      limit: shapeText(right.shape),
      run: () => compareShapes("out", shapeOfOut(out, subject), right.shape),
    },
    {
      name: "forward: values, inputs of both signs",
      limit: belowText(LIMIT),
      run: () =>
        compareArrays(out(), right, { limit: LIMIT, mistakes: subject.forwardMistakes, other: diagnoses.outOther }),
    },
    {
      name: "forward: inputs unchanged",
      limit: UNCHANGED,
      run: () => {
        const given = copies(inputs);
        return unchangedBy(`the ${subject.title}'s forward pass`, given, () => forward(...Object.values(given)));
      },
    },
    nanCheck(subject, out),
  ];
  if (extreme) steps.push(extremeCheck(subject, extreme, out));
  return steps;
}

type Out = (given?: LayerSubject["inputs"]) => NDArray;

/** Trouble with a product of examples that have several axes has one usual cause. */
function shapeOfOut(out: Out, { inputs }: LayerSubject): readonly number[] {
  try {
    return out().shape;
  } catch (error) {
    if (error instanceof RangeError && inputs.x!.ndim > 2) {
      throw new RangeError(`${error.message}; perhaps ${diagnoses.noFlattening}`, { cause: error });
    }
    throw error;
  }
}

function nanCheck({ inputs, forward }: LayerSubject, out: Out): CheckStep {
  const x = inputs.x!.copy();
  x.data[0] = NaN;
  const given = { ...inputs, x };
  const count = (values: NDArray) => Array.from(values.data).filter(Number.isNaN).length;
  const expected = count(forward(given));
  return {
    name: "forward: NaN is not hidden",
    limit: `${expected} NaN`,
    run: () => {
      const found = count(out(given));
      return { measured: `${found} NaN`, diagnosis: found >= expected ? "" : diagnoses.nanHidden };
    },
  };
}

function extremeCheck({ forward }: LayerSubject, extreme: LayerSubject["inputs"], out: Out): CheckStep {
  return {
    name: "forward: inputs of 1000 and -1000",
    limit: belowText(LIMIT),
    run: () => {
      const comparison = { limit: LIMIT, mistakes: [], other: diagnoses.expOverflow };
      return compareArrays(out(extreme), forward(extreme), comparison);
    },
  };
}
