import { describe, expect, it } from "vitest";
import { classNamesIn, findBadLabel, isPythonBatch, recordsIn } from "../../src/data/batchFormat.js";
import { batchBytes, CLASS_NAMES } from "./tinyCifar10.js";

describe("the format of a batch", () => {
  it("has whole records, one or more", () => {
    expect([0, 1, 3072, 3073, 3074, 3 * 3073].map(recordsIn)).toEqual([undefined, undefined, undefined, 1, undefined, 3]);
  });

  it("has labels from 0 to 9, and the first that is none is found", () => {
    const bytes = batchBytes(0, 4);
    expect(findBadLabel(bytes)).toBeUndefined();
    bytes[3 * 3073] = 200;
    bytes[2 * 3073] = 10;
    expect(findBadLabel(bytes)).toEqual({ index: 2, label: 10 });
  });

  it("has names of its classes, a line each, and files that Python's version has not", () => {
    expect(classNamesIn(`${CLASS_NAMES.join("\r\n")}\n\n`)).toEqual(CLASS_NAMES);
    expect(["data_batch_1", "test_batch", "data_batch_1.bin", "data_batch_6", "my_test_batch"].map(isPythonBatch)).toEqual([true, true, false, false, false]);
  });
});
