import { createHash } from "node:crypto";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { getCifar10Data } from "../../src/data/getCifar10Data.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { CLASS_NAMES, labelOf, pixelOf, tinyCifar10 } from "./tinyCifar10.js";

afterEach(() => vi.unstubAllEnvs());

describe("getCifar10Data", () => {
  it("splits a small set", () => {
    const dir = tinyCifar10([2, 2, 2, 2, 2, 3]);
    const { XTrain, yTrain, XVal, yVal, XTest, yTest, ...rest } = getCifar10Data({ dir, numValidation: 3, numTest: 2 });
    expect([XTrain, XVal, XTest].map(({ shape }) => shape)).toEqual([[7, 3, 32, 32], [3, 3, 32, 32], [2, 3, 32, 32]]);
    expect([yTrain, yVal, yTest].map(({ shape }) => shape)).toEqual([[7], [3], [2]]);
    expect(yVal.toList()).toEqual([labelOf(3, 1), labelOf(4, 0), labelOf(4, 1)]);
    expect(yTest.toList()).toEqual([labelOf(5, 0), labelOf(5, 1)]);
    const training = [[0, 0], [0, 1], [1, 0], [1, 1], [2, 0], [2, 1], [3, 0]] as const;
    const mean = training.reduce((sum, [batch, record]) => sum + pixelOf(batch, record, 33), 0) / 7;
    expect(XTest.takeRows([1]).get(0, 0, 1, 1)).toBe(pixelOf(5, 1, 33) - mean);
    expect(rest).toEqual({ classNames: CLASS_NAMES, source: "CIFAR-10, 10 + 3 images", synthetic: false, notice: "" });
  });

  it("takes the first 1000 records of each batch as the small set", () => {
    const dir = tinyCifar10([1001, 1, 1, 1, 1, 1500]);
    const { XTrain, yTrain, XTest, source } = getCifar10Data({ dir, small: true, numValidation: 2, numTest: 1000 });
    expect([XTrain.shape[0], XTest.shape[0], source]).toEqual([1002, 1000, "CIFAR-10, 1004 + 1000 images"]);
    expect(yTrain.slice(999, 1002).toList()).toEqual([labelOf(0, 999), labelOf(1, 0), labelOf(2, 0)]);
    expect(() => getCifar10Data({ dir, small: true, numValidation: 2, numTest: 1001 })).toThrow(RangeError);
    expect(getCifar10Data({ dir, numValidation: 2, numTest: 1001 }).source).toBe("CIFAR-10, 1005 + 1500 images");
  });

  it("finds the folder by the environment", () => {
    vi.stubEnv("CIFAR10_DIR", tinyCifar10());
    expect(getCifar10Data({ numValidation: 1, numTest: 1, subtractMean: false }).XTrain.takeRows([8]).get(0, 0, 0, 3)).toBe(pixelOf(4, 0, 3));
  });

  it("refuses more images than there are", () => {
    const dir = tinyCifar10();
    expect(() => getCifar10Data({ dir, numTraining: 9, numValidation: 2, numTest: 1 })).toThrow(
      new RangeError("getCifar10Data: expected numTraining + numValidation to be at most 10, the images there are, got 9 + 2"),
    );
    expect(() => getCifar10Data({ dir })).toThrow(
      new RangeError("getCifar10Data: expected numValidation to be a whole number from 0 to 9, got 1000"),
    );
  });

  it("knows no other options", () => {
    expect(() => getCifar10Data({ num_train: 9 } as object)).toThrow(/^getCifar10Data: unknown option "num_train"; did you mean "numTraining"\? Valid: "numTraining", /);
  });

  it("says what to do without data", () => {
    const dir = join(temporaryFolder(), "missing");
    expect(() => getCifar10Data({ dir })).toThrow(/got no such folder; run `npm run data` to download it, or set CIFAR10_DIR/);
  });
});

const sha256 = (values: ArrayBufferView): string =>
  createHash("sha256").update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength)).digest("hex");

/** In NumPy: X = the five batches' first 1000 records as float64, m = X[:4000].mean(axis=0); the digests are those of the arrays' bytes. */
describe.skipIf(!process.env["CIFAR10_DIR"])("the real images, with CIFAR10_DIR", () => {
  it("are NumPy's to the last bit", () => {
    const { XTrain, yTrain, XVal, yVal, XTest, yTest } = getCifar10Data({ small: true });
    expect([XTrain.shape[0], XVal.shape[0], XTest.shape[0]]).toEqual([4000, 1000, 1000]);
    // m
    expect(sha256(XTrain.mean)).toBe("d43e837a3f008f578be0289a54fd9bb2860b99d9df6041d11bc77ea7807ecd49");
    // (X[:4000] - m)[::500], X[4000:] - m, Xtest - m
    expect(sha256(XTrain.takeRows([0, 500, 1000, 1500, 2000, 2500, 3000, 3500]).data)).toBe("54733ec69207e63acec71aa81cf407280666bb0ba32c40d931872b80b0a2bf0e");
    expect(sha256(XVal.toArray().data)).toBe("f16bf991bffdb5942bd1d575a829e530a45ea9fd76c52741efe4f02de8a515ef");
    expect(sha256(XTest.toArray().data)).toBe("bfc1bb910c89c82101c5f57a71d5b83fe6aa18e0421d675d1113a2dc7068159f");
    // the labels as int32
    expect(sha256(yTrain.data)).toBe("8b49e30f60c8950fa9a4b296a6bf6c40582fef9add35beaf70865f4ef2268e4a");
    expect(sha256(yVal.data)).toBe("ff3f09f8809699a37c23948fdc5b20557e49c8d2e3aa346b5bab41ba9ea49930");
    expect(sha256(yTest.data)).toBe("302673a5e742352f7c5366572449d25239d2bd1379495937f8b7190219137fad");
  });
});
