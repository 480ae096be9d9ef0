/** Opens the notebooks in the user's own JupyterLab, or classic Notebook. */
import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { findOnPath } from "../../host/node/findOnPath.js";

const PROGRAMS = ["jupyter-lab", "jupyter-notebook"];

const HELP = `Neither JupyterLab nor Jupyter Notebook was found on PATH.

Without one:   npm run lab opens the notebooks in your browser, with nothing but Node.
To get one:    python3 -m pip install jupyterlab, then run this command again.
In VS Code:    npm run kernel:install, then open a notebook and choose the kernel "TypeScript (two-layer-net)";
               it needs the Jupyter extension, and no Python.
With neither:  npm start runs every notebook and writes it as a web page.
`;

/** @returns the status to exit with: its own */
export function openOwnJupyter(root: string, args: readonly string[]): Promise<number> {
  const program = PROGRAMS.map((name) => findOnPath(name, process.platform, process.env)).find((path) => path !== undefined);
  if (program === undefined) {
    process.stderr.write(HELP);
    return Promise.resolve(1);
  }
  const path = [join(root, "jupyter"), process.env.JUPYTER_PATH].filter(Boolean).join(delimiter);
  // Jupyter asks before it ends on Ctrl-C: it gets the signal too, and has the last word.
  process.on("SIGINT", () => {});
  return new Promise((resolve) => {
    const failed = (error: Error): void => {
      process.stderr.write(`lab: ${program} could not be started: ${error.message}\n`);
      resolve(1);
    };
    try {
      const child = spawn(program, [join(root, "notebooks"), ...args], { stdio: "inherit", env: { ...process.env, JUPYTER_PATH: path } });
      child.on("error", failed);
      child.on("exit", (code) => resolve(code ?? 1));
    } catch (error) {
      failed(error as Error);
    }
  });
}
