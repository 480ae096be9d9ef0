import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { NDArray, RandomState, TwoLayerNet, zeros } from "../../../src/index.js";
import { encodeNpz } from "../../../src/numeric/npz/npy.js";

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const net = (hiddenDim = 4, seed = 1) =>
  new TwoLayerNet({ inputDim: 6, hiddenDim, numClasses: 3, random: new RandomState(seed) });
const values = ({ params }: TwoLayerNet) => Object.values(params).map((array) => array.toList());

describe("save and load", () => {
  it("bring back the very same parameters", () => {
    const [saved, loaded] = [net(), net(4, 2)];
    const path = saved.save(join(folder, "best"));
    expect(path).toBe(join(folder, "best.npz"));
    loaded.load(join(folder, "best"));
    expect(values(loaded)).toEqual(values(saved));
    expect(Object.keys(loaded.params)).toEqual(["W1", "b1", "W2", "b2"]);
    expect(readdirSync(folder)).toEqual(["best.npz"]);
  });

  it("make the folder, and write over an older file", () => {
    net().save(join(folder, "new", "best.npz"));
    net(4, 2).save(join(folder, "new", "best.npz"));
    const loaded = net();
    loaded.load(join(folder, "new", "best.npz"));
    expect(values(loaded)).toEqual(values(net(4, 2)));
  });
});

describe("load refuses, and changes nothing", () => {
  const refuses = (path: string, error: Error): void => {
    const model = net();
    expect(() => model.load(path)).toThrow(error);
    expect(values(model)).toEqual(values(net()));
  };

  it("a file that is not there", () => {
    const path = join(folder, "none.npz");
    refuses(path, new Error(
      `load: could not read ${path} (ENOENT: no such file or directory, open '${path}'); check the path, or save first`,
      { cause: expect.objectContaining({ code: "ENOENT" }) },
    ));
  });

  it("a file that is no .npz, or is cut off", () => {
    const path = join(folder, "text.npz");
    writeFileSync(path, "not a zip");
    const error = new RangeError(
      `${path}: expected an .npz file (a zip of arrays, as model.save or np.savez writes it), got something else or a damaged one`,
    );
    refuses(path, error);
    const whole = readFileSync(net().save(join(folder, "whole")));
    writeFileSync(path, whole.subarray(0, whole.length / 2));
    refuses(path, error);
  });

  it("other shapes or names", () => {
    const path = net(5).save(join(folder, "wide"));
    const expected = "W1 (6, 4), b1 (4,), W2 (4, 3), b2 (3,)";
    refuses(path, new RangeError(`load: expected ${path} to hold ${expected}, got W1 (6, 5), b1 (5,), W2 (5, 3), b2 (3,)`));
    writeFileSync(path, encodeNpz({ ...net().params, extra: zeros(2) }));
    refuses(path, new RangeError(`load: expected ${path} to hold ${expected}, got ${expected}, extra (2,)`));
    writeFileSync(path, encodeNpz({}));
    refuses(path, new RangeError(`load: expected ${path} to hold ${expected}, got nothing`));
    writeFileSync(path, encodeNpz({ W1: zeros([6, 4]), extra: new NDArray(Int32Array.of(1), [1]) }));
    refuses(path, new RangeError(`load: expected ${path} to hold ${expected}, got W1 (6, 4), extra (1,)`));
  });
});

describe("save refuses", () => {
  it("a place that cannot be written, and keeps what was there", () => {
    const blocker = join(folder, "file");
    writeFileSync(blocker, "precious");
    expect(() => net().save(join(blocker, "best.npz"))).toThrow(/^could not write .*; make room or choose another folder\. Nothing there was changed$/);
    expect(readFileSync(blocker, "utf8")).toBe("precious");
    expect(existsSync(join(blocker, "best.npz"))).toBe(false);
  });
});
