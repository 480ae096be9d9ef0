/** The lab in a browser, for the tests of a `describe`: both are there before the first of them, and gone after the last. */
import { afterAll, beforeAll } from "vitest";
import { openBrowser, PATIENCE, type WatchedBrowser } from "./browser.js";
import { type LabProcess, startLab } from "./labProcess.js";

export interface LabInBrowser {
  readonly lab: LabProcess;
  readonly browser: WatchedBrowser;
}

/**
 * @param files to lay beside the notebooks, by name
 * @param args of the command line besides the port
 * @returns what has both once the tests run
 */
export function labInBrowser(files: Readonly<Record<string, string>> = {}, args: readonly string[] = [], open = openBrowser): LabInBrowser {
  const here: { lab?: LabProcess; browser?: WatchedBrowser } = {};
  beforeAll(async () => {
    here.lab = await startLab(files, args);
    here.browser = await open(here.lab);
  }, PATIENCE);
  afterAll(async () => {
    await here.browser?.close();
    await here.lab?.stop();
  }, PATIENCE);
  return here as LabInBrowser;
}
