/**
 * Elementwise arithmetic on typed arrays, with NumPy's broadcasting: a walk over the runs in which
 * both operands move by even steps, and a loop over each run.
 */
import type { Loop, Run } from "./arithmetic.js";
import { allocate, type DType, type TypedArray } from "./dtype.js";
import { type Shape, sizeOf } from "./shape.js";

export type Unary = (x: number) => number;
export type Binary = (x: number, y: number) => number;

export interface Operand {
  readonly data: TypedArray;
  readonly shape: Shape;
}

/** An axis of the result, with each operand's step along it in elements: 0 where it is repeated. */
interface Axis {
  readonly size: number;
  readonly aStep: number;
  readonly bStep: number;
}

export function mapUnary(x: TypedArray, dtype: DType, f: Unary): TypedArray {
  const out = allocate(dtype, x.length);
  for (let i = 0; i < x.length; i++) out[i] = f(x[i]);
  return out;
}

/** @param shape the broadcast shape of a and b */
export function mapBinary(a: Operand, b: Operand, shape: Shape, dtype: DType, loop: Loop): TypedArray {
  const out = allocate(dtype, sizeOf(shape));
  if (out.length === 0) return out;
  const axes = broadcastAxes(a.shape, b.shape, shape);
  const { size, aStep, bStep } = axes.pop()!;
  const run: Run = { out, start: 0, count: size, a: a.data, aStart: 0, aStep, b: b.data, bStart: 0, bStep };
  walk(axes, run, loop);
  return out;
}

/** Calls the loop for every run along the innermost axis, one behind the other. */
function walk(axes: readonly Axis[], run: Run, loop: Loop): void {
  const [axis, ...inner] = axes;
  if (axis === undefined) {
    loop(run);
    run.start += run.count;
    return;
  }
  const { aStart, bStart } = run;
  for (let i = 0; i < axis.size; i++) {
    run.aStart = aStart + i * axis.aStep;
    run.bStart = bStart + i * axis.bStep;
    walk(inner, run, loop);
  }
}

/** The axes of the result, outermost first; neighbours that both operands walk as one are one. */
function broadcastAxes(a: Shape, b: Shape, shape: Shape): Axis[] {
  const [aSteps, bSteps] = [broadcastSteps(a, shape), broadcastSteps(b, shape)];
  const axes: Axis[] = [{ size: 1, aStep: 0, bStep: 0 }];
  shape.forEach((size, i) => {
    const [aStep, bStep] = [aSteps[i], bSteps[i]];
    const outer = axes.at(-1)!;
    if (size === 1) return;
    if (outer.size === 1) axes[axes.length - 1] = { size, aStep, bStep };
    else if (outer.aStep === size * aStep && outer.bStep === size * bStep) axes[axes.length - 1] = { size: outer.size * size, aStep, bStep };
    else axes.push({ size, aStep, bStep });
  });
  return axes;
}

/** Steps in elements along each axis of the result; 0 where the operand is repeated. */
function broadcastSteps(operand: Shape, shape: Shape): number[] {
  const steps = shape.map(() => 0);
  let step = 1;
  for (let axis = operand.length - 1; axis >= 0; axis--) {
    const size = operand[axis];
    if (size !== 1) steps[shape.length - operand.length + axis] = step;
    step *= size;
  }
  return steps;
}
