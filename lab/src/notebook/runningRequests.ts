import type { KernelMessage } from "@jupyterlab/services";

/** A cell that some page sent to the kernel, and what the kernel has said of it so far. */
export interface RunningRequest {
  readonly msg_id: string;
  readonly cellId: string | null;
  readonly code: string;
  readonly done: boolean;
  readonly messages: readonly KernelMessage.IIOPubMessage[];
}

export interface RunningRequests {
  readonly requests: readonly RunningRequest[];
}
