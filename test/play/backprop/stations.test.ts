/** The numbers of the stations: by hand, by the library's network, and by trying. */
import { describe, expect, it } from "vitest";
import { array, relError, TwoLayerNet } from "../../../src/index.js";
import { EXAMPLES, exampleOf } from "../../../src/play/backprop/examples.js";
import { tellingCell } from "../../../src/play/backprop/judge.js";
import type { Example, Station } from "../../../src/play/backprop/station.js";

function station({ stations }: Example, name: string): Station {
  return stations.find((each) => each.name === name)!;
}

it("the affine layer has the numbers of the write-up", () => {
  const example = exampleOf("affine");
  const lists = Object.fromEntries(example.stations.map(({ name, values }) => [name, values.toList()]));
  expect(lists).toEqual({
    out: [[31, 36], [67, 84], [103, 132]],
    dw: [[48, 60], [57, 72], [66, 84]],
    dx: [[7, 14, 23], [15, 32, 53], [23, 50, 83]],
    db: [[9, 12]],
  });
  expect(station(example, "dw").worked(0, 1)).toBe("1·2 + 4·4 + 7·6");
});

it("the network of notebook 1 has its numbers by hand", () => {
  const example = exampleOf("network");
  const p0 = Math.exp(0.5) / (Math.exp(0.5) + Math.E);
  const d = p0 - 1;
  const expected = {
    a: [[1, -0.5, 1]], h: [[1, 0, 1]], s: [[0.5, 1]], p: [[p0, 1 - p0]], L: [[-Math.log(p0)]],
    ds: [[d, -d]], "dW₂": [[d, -d], [0, 0], [d, -d]], "db₂": [[d, -d]], dh: [[2 * d, d, -3 * d]], da: [[2 * d, 0, -3 * d]],
    "dW₁": [[4 * d, 0, -6 * d], [2 * d, 0, -3 * d]], "db₁": [[2 * d, 0, -3 * d]], dx: [[0.5 * d, -5 * d]],
  };
  expect(example.stations.map(({ name }) => name)).toEqual(Object.keys(expected));
  for (const [name, values] of Object.entries(expected)) expect(relError(station(example, name).values, array(values)), name).toBeLessThan(1e-14);
});

it("the graph has the loss and the gradients of TwoLayerNet", () => {
  const example = exampleOf("graph");
  const { x, y, reg, ...params } = example.given;
  const net = new TwoLayerNet({ inputDim: 2, hiddenDim: 3, numClasses: 2, reg: reg.item() });
  const [W1, b1, W2, b2] = Object.values(params);
  net.params = { W1, b1: b1.reshape(3), W2, b2: b2.reshape(2) };
  const [loss, grads] = net.loss(x, Array.from(y.data));
  expect(station(example, "L").values.item()).toBeCloseTo(loss, 14);
  for (const [name, grad] of Object.entries({ "dW₁": grads.W1, "dW₂": grads.W2, "db₁": grads.b1.reshape(1, 3), "db₂": grads.b2.reshape(1, 2) })) {
    expect(relError(station(example, name).values, grad), name).toBeLessThan(1e-14);
  }
});

describe.each(EXAMPLES)("of %s", (name) => {
  it.each(exampleOf(name).stations.filter(({ numeric }) => numeric))("$name is what trying gives", ({ values, numeric }) => {
    expect(relError(numeric!(), values)).toBeLessThan(1e-8);
  });

  it.each(exampleOf(name).stations)("$name, written out, is the number", (each) => {
    const [i, j] = tellingCell(each);
    const plain = each.worked(i, j).replaceAll("−", "-").replaceAll("·", "*").replaceAll("½", "0.5").replaceAll(/exp|log|max/g, "Math.$&");
    expect(new Function(`return ${plain}`)()).toBeCloseTo(each.values.get(i, j), 3);
  });
});
