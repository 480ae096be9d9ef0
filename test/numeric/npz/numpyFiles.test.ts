/** The files of NumPy itself, and ours in its hands. */
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { array, NDArray } from "../../../src/index.js";
import { decodeNpz, encodeNpz } from "../../../src/numeric/npz/npy.js";

const hasNumpy = spawnSync("python3", ["-c", "import numpy"]).status === 0;

/** What `python3 -c code` prints, given bytes on its standard input. */
function python(code: string, input: Uint8Array = new Uint8Array()): Buffer {
  const { status, stdout, stderr } = spawnSync("python3", ["-c", code], { input });
  if (status !== 0) throw new Error(stderr.toString());
  return stdout;
}

describe.skipIf(!hasNumpy)("with NumPy at hand (python3-numpy)", () => {
  it("np.load reads what encodeNpz writes", () => {
    const npz = encodeNpz({ W1: array([[1, 2], [3, 4]]), b1: new NDArray(Int32Array.of(5), [1]) });
    const code = `import sys, io, numpy as np
z = np.load(io.BytesIO(sys.stdin.buffer.read()))
print({k: (str(z[k].dtype), z[k].shape, z[k].tolist()) for k in z.files})`;
    expect(python(code, npz).toString().trim()).toBe(
      "{'W1': ('float64', (2, 2), [[1.0, 2.0], [3.0, 4.0]]), 'b1': ('int32', (1,), [5])}",
    );
  });

  it("decodeNpz reads what np.savez and np.savez_compressed write", () => {
    for (const save of ["savez", "savez_compressed"]) {
      const bytes = python(`import sys, io, numpy as np
f = io.BytesIO()
np.${save}(f, W=np.arange(6.).reshape(2, 3), i=np.arange(3), F=np.asfortranarray(np.arange(6.).reshape(2, 3)),
  big=np.arange(2, dtype='>f8'), h=np.float32(0.5), u=np.uint8([7]))
sys.stdout.buffer.write(f.getvalue())`);
      const arrays = decodeNpz(bytes, "python's");
      expect(Object.fromEntries(Object.entries(arrays).map(([name, a]) => [name, a.toList()]))).toEqual({
        W: [[0, 1, 2], [3, 4, 5]], i: [0, 1, 2], F: [[0, 1, 2], [3, 4, 5]], big: [0, 1], h: 0.5, u: [7],
      });
    }
  });
});
