"""
One turn of kernel.mjs: starts the kernel whose name is the first argument, and prints its times in ms as JSON: of an
import that is sent at once, or of an import 3 s later and cells behind it, as the second argument says.
"""
import json
import statistics
import sys
import time

from jupyter_client.manager import start_new_kernel

TYPESCRIPT = {
    "at once": 'import { array, Solver, TwoLayerNet, zeros, type NDArray } from "two-layer-net";',
    "import": 'import { array, Solver, TwoLayerNet, zeros, type NDArray } from "two-layer-net";',
    "cells": [
        "const a{i} = array([[{i}, 2], [3, 4]]);\na{i}.add(1).shape",
        "const net{i} = new TwoLayerNet({{ inputDim: 4, hiddenDim: {i} + 1, numClasses: 3 }});\nObject.keys(net{i}.params)",
        "function scaled{i}(x: NDArray, by = {i}): NDArray {{\n  return x.mul(by);\n}}\nscaled{i}(zeros([2, 2])).toList()",
        "let sum{i} = 0;\nfor (const row of array([[1, 2], [3, 4]]).toList() as number[][]) sum{i} += row[0]!;\nsum{i}",
        "const solver{i}: Solver | undefined = undefined;\nconst options{i} = {{ learningRate: 1e-3, epochs: {i} }};\nconsole.log(`${{options{i}.epochs}} epochs`);",
    ],
    "own": "let own = 0;\nfor (let i = 0; i < 1e7; i++) own += i;\nown",
    "before": "let counter = 0;",
    "earlier": "for (let i = 0; i < 1e7; i++) counter += i;\ncounter",
}
PYTHON = {
    "at once": "import numpy",
    "import": "import json",
    "cells": ["a{i} = [[{i}, 2], [3, 4]]\nlen(a{i})"],
    "own": "own = 0\nfor i in range(10**7): own += i\nown",
    "before": "counter = 0",
    "earlier": "for i in range(10**7): counter += i\ncounter",
}

name, turn = sys.argv[1:]
sources = PYTHON if name == "python3" else TYPESCRIPT


def since(start):
    return (time.perf_counter() - start) * 1000


def run(code):
    start = time.perf_counter()
    reply = client.execute_interactive(code, output_hook=lambda message: None, timeout=120)
    assert reply["content"]["status"] == "ok", reply["content"]
    return since(start)


def later():
    time.sleep(3)
    imported = run(sources["import"])
    cells = [run(sources["cells"][i % len(sources["cells"])].format(i=i)) for i in range(20)]
    own = run(sources["own"])
    run(sources["before"])
    return {"import": imported, "cell": statistics.median(cells), "worst": max(cells), "own": own, "earlier": run(sources["earlier"])}


start = time.perf_counter()
manager, client = start_new_kernel(kernel_name=name, startup_timeout=120)
times = {"ready": since(start)}
try:
    if turn == "at once":
        run(sources["at once"])
        times["atOnce"] = since(start)
    else:
        times.update(later())
    print(json.dumps(times))
finally:
    client.stop_channels()
    manager.shutdown_kernel()
