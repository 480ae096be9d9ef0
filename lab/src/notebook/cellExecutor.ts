import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { CodeCell } from "@jupyterlab/cells";
import { INotebookCellExecutor, runCell } from "@jupyterlab/notebook";
import { sessionOf } from "./session";

/**
 * Runs cells as Notebook does, but not before the notebook has the kernel that is being started for it: a key pressed
 * right after a page has opened would start a second one, and the two would put the cell aside between them.
 */
export const cellExecutor: JupyterFrontEndPlugin<INotebookCellExecutor> = {
  id: "@two-layer-net/lab:cell-executor",
  autoStart: true,
  provides: INotebookCellExecutor,
  activate: () => ({
    runCell: async (options) => {
      const { cell, sessionContext } = options;
      if (cell instanceof CodeCell && sessionContext !== undefined && !sessionContext.isReady) {
        cell.model.executionState = "running";
        await sessionOf(sessionContext);
        // It stood where the notebook's own cells are now.
        if (cell.isDisposed) return false;
      }
      return runCell(options);
    },
  }),
};
