import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { CodeCell } from "@jupyterlab/cells";
import { INotebookTracker, type Notebook, type NotebookPanel } from "@jupyterlab/notebook";
import { type Kernel, KernelMessage, type ServerConnection } from "@jupyterlab/services";
import { askServer } from "../host/askServer";
import { asFuture, Follower } from "./follower";
import type { RunningRequest, RunningRequests } from "./runningRequests";

/**
 * A page that is loaded while cells run goes on showing what they print: the server tells what came so far, and the
 * kernel's socket the rest.
 */
export const resume: JupyterFrontEndPlugin<void> = {
  id: "@two-layer-net/lab:resume",
  autoStart: true,
  requires: [INotebookTracker],
  activate: (app, tracker: INotebookTracker) => {
    tracker.widgetAdded.connect((_, panel) => {
      followWhenReady(panel, app.serviceManager.serverSettings).catch((error: unknown) => {
        console.warn("resume: cells that ran before this page was loaded are not followed", error);
      });
    });
  },
};

async function followWhenReady(panel: NotebookPanel, settings: ServerConnection.ISettings): Promise<void> {
  await panel.context.ready;
  await panel.revealed;
  const kernel = await kernelOf(panel);
  if (kernel === undefined) return;
  const early = new EarlyMessages(kernel);
  try {
    const { requests } = await askServer<RunningRequests>(settings, `two-layer-net/running/${kernel.id}`);
    for (const request of requests) follow(request, panel.content, kernel, early);
  } finally {
    early.dispose();
  }
}

/** The kernel that the notebook has already, or undefined where it is not to have one. */
async function kernelOf({ sessionContext }: NotebookPanel): Promise<Kernel.IKernelConnection | undefined> {
  await sessionContext.ready;
  return sessionContext.session?.kernel ?? undefined;
}

/** What the socket brings while the server is asked. */
class EarlyMessages {
  readonly messages: KernelMessage.IIOPubMessage[] = [];

  constructor(private readonly kernel: Kernel.IKernelConnection) {
    kernel.iopubMessage.connect(this.keep, this);
  }

  dispose(): void {
    this.kernel.iopubMessage.disconnect(this.keep, this);
  }

  private keep(_: unknown, message: KernelMessage.IIOPubMessage): void {
    this.messages.push(message);
  }
}

function follow(request: RunningRequest, notebook: Notebook, kernel: Kernel.IKernelConnection, early: EarlyMessages): void {
  const cell = notebook.widgets.find(({ model }) => model.id === request.cellId);
  // A cell that was written anew since is not the one that runs.
  if (!(cell instanceof CodeCell) || cell.model.sharedModel.getSource() !== request.code) return;
  const follower = new Follower(request.msg_id);
  start(cell, follower);
  let count: number | null = null;
  const take = (message: KernelMessage.IIOPubMessage) => {
    if ((message.parent_header as { msg_id?: string }).msg_id !== request.msg_id) return;
    if (KernelMessage.isExecuteInputMsg(message)) count = message.content.execution_count;
    follower.take(message);
  };
  const live = (_: unknown, message: KernelMessage.IIOPubMessage) => take(message);
  const stop = () => {
    kernel.iopubMessage.disconnect(live);
    kernel.statusChanged.disconnect(restarted);
    if (cell.isDisposed || cell.outputArea.future !== asFuture(follower)) return;
    cell.model.executionCount = count;
    cell.model.executionState = "idle";
  };
  // After a restart nothing more comes.
  const restarted = (_: unknown, status: Kernel.Status) => {
    if (status === "restarting" || status === "autorestarting" || status === "dead") follower.end();
  };
  kernel.iopubMessage.connect(live);
  kernel.statusChanged.connect(restarted);
  void follower.done.then(stop);
  for (const message of [...request.messages, ...early.messages]) take(message);
  if (request.done) follower.end();
}

/** What running a cell does to it before its outputs come; trusted, as it was run here. */
function start(cell: CodeCell, follower: Follower): void {
  cell.model.sharedModel.transact(() => {
    cell.model.clearExecution();
    cell.outputHidden = false;
  }, false, "silent-change");
  cell.model.executionState = "running";
  cell.model.trusted = true;
  cell.outputArea.future = asFuture(follower);
}
