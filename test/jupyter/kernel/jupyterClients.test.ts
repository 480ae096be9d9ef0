/** The kernel through clients that the Jupyter project wrote: jupyter_client and nbclient, where they are installed. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { NOTEBOOKS, PROJECT } from "./kernelUnderTest.js";

const PYTHON = ["/usr/bin/python3", "python3", "python"].find(
  (python) => spawnSync(python, ["-c", "import jupyter_client, nbclient, nbformat"]).status === 0,
);
const folder = temporaryFolder();

/** Runs a Python script in the notebooks' folder. @returns what it printed, as JSON */
function python(script: string): any {
  const file = join(folder, "check.py");
  writeFileSync(file, script);
  const env = { ...process.env, JUPYTER_PATH: join(PROJECT, "jupyter"), JUPYTER_RUNTIME_DIR: folder };
  const { stdout, stderr, status } = spawnSync(PYTHON!, [file], { cwd: NOTEBOOKS, env, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const withPython = it.skipIf(!PYTHON);

withPython("jupyter_client starts, asks, interrupts, restarts and shuts down the kernel", () => {
  const seen = python(`
import json, os, threading, time
from jupyter_client.manager import start_new_kernel
km, kc = start_new_kernel(kernel_name="two-layer-net", startup_timeout=120)
def run(code):
    texts = []
    def hook(message):
        if message["msg_type"] == "stream": texts.append(message["content"]["text"])
        if message["msg_type"] == "stream" and "go" in message["content"]["text"]: km.interrupt_kernel()
    reply = kc.execute_interactive(code, output_hook=hook, timeout=60)["content"]
    return reply["status"], reply.get("ename"), "".join(texts)
seen = dict(info=kc.kernel_info(reply=True, timeout=60)["content"]["implementation"])
seen["runs"] = [run("let n = 1; console.log(n)"), run("console.log('go'); for (;;);"), run("console.log(n + 1)")]
seen["completion"] = kc.complete("process.hrt", reply=True, timeout=60)["content"]["matches"]
pid = km.provisioner.process.pid
km.restart_kernel()
kc.wait_for_ready(timeout=120)
def alive(pid):
    try: os.kill(pid, 0); return True
    except OSError: return False
seen["restarted"] = [km.provisioner.process.pid != pid, alive(pid), run("typeof n")[0]]
pid = km.provisioner.process.pid
kc.stop_channels(); km.shutdown_kernel()
seen["ended"] = not alive(pid)
print(json.dumps(seen))
`);
  expect(seen).toEqual({
    info: "two-layer-net",
    runs: [
      ["ok", null, "1\n"],
      ["error", "KeyboardInterrupt", "go\n"],
      ["ok", null, "2\n"],
    ],
    completion: ["hrtime"],
    restarted: [true, false, "error"],
    ended: true,
  });
}, 240_000);

withPython("nbclient runs a notebook that uses the library, and its result is a valid notebook", () => {
  const cells = python(`
import json, nbformat
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook
sources = ["import * as library from 'two-layer-net';\\nObject.keys(library).length > 0", "console.log('line'); await (Promise.resolve(2))"]
cells = [new_code_cell(source) for source in sources]
cells.append(new_code_cell("const n: number = 1;\\nthrow new RangeError('bad')", metadata=dict(tags=["raises-exception"])))
cells.append(new_code_cell("n + 1"))
notebook = new_notebook(cells=cells)
NotebookClient(notebook, kernel_name="two-layer-net", startup_timeout=120, timeout=120).execute()
nbformat.validate(notebook)
print(json.dumps(dict(language=notebook.metadata.language_info.name, outputs=[cell.outputs for cell in notebook.cells])))
`);
  expect(cells.language).toBe("typescript");
  const [library, awaited, failed, after] = cells.outputs;
  expect(library).toMatchObject([{ output_type: "execute_result", data: { "text/plain": "true" } }]);
  expect(awaited).toMatchObject([{ output_type: "stream", text: "line\n" }, { data: { "text/plain": "2" } }]);
  expect(failed).toMatchObject([{ output_type: "error", ename: "RangeError", evalue: "bad" }]);
  expect(after).toMatchObject([{ data: { "text/plain": "2" } }]);
}, 240_000);
