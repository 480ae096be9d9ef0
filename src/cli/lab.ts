/** Opens the notebooks in the user's JupyterLab, or classic Notebook: `npm run lab`. */
import { type ChildProcess, spawn } from "node:child_process";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";
import { findOnPath } from "../files/findOnPath.js";

const PROGRAMS = ["jupyter-lab", "jupyter-notebook"];

const HELP = `Neither JupyterLab nor Jupyter Notebook was found on PATH.

To get one:    python3 -m pip install jupyterlab, then run this command again.
In VS Code:    npm run kernel:install, then open a notebook and choose the kernel "TypeScript (two-layer-net)";
               it needs the Jupyter extension, and no Python.
With neither:  npm start runs every notebook and writes it as a web page.
`;

const program = PROGRAMS.map((name) => findOnPath(name, process.platform, process.env)).find((path) => path !== undefined);
if (program === undefined) {
  process.stderr.write(HELP);
  process.exitCode = 1;
} else open(program);

function open(jupyter: string): void {
  const kernels = fileURLToPath(new URL("../../jupyter", import.meta.url));
  const notebooks = fileURLToPath(new URL("../../notebooks", import.meta.url));
  const path = [kernels, process.env["JUPYTER_PATH"]].filter(Boolean).join(delimiter);
  const failed = (error: Error): void => {
    process.stderr.write(`lab: ${jupyter} could not be started: ${error.message}\n`);
    process.exitCode = 1;
  };
  let child: ChildProcess;
  try {
    child = spawn(jupyter, [notebooks, ...process.argv.slice(2)], { stdio: "inherit", env: { ...process.env, JUPYTER_PATH: path } });
  } catch (error) {
    return failed(error as Error);
  }
  // Jupyter asks before it ends on Ctrl-C: it gets the signal too, and has the last word.
  process.on("SIGINT", () => {});
  child.on("error", failed);
  child.on("exit", (code) => (process.exitCode = code ?? 1));
}
