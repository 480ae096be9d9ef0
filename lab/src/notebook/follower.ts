import { Kernel, KernelMessage } from "@jupyterlab/services";
import { PromiseDelegate } from "@lumino/coreutils";

type Handler<T> = (message: T) => void | PromiseLike<void>;

/**
 * Stands where an output area expects the answer to a request of this page, and gives it what the kernel says to a
 * request of an earlier page.
 */
export class Follower {
  onIOPub: Handler<KernelMessage.IIOPubMessage> = () => undefined;
  onReply: Handler<KernelMessage.IExecuteReplyMsg> = () => undefined;
  onStdin: Handler<KernelMessage.IStdinMessage> = () => undefined;
  isDisposed = false;

  private readonly seen = new Set<string>();
  private readonly ended = new PromiseDelegate<void>();

  constructor(readonly msgId: string) {}

  get done(): Promise<void> {
    return this.ended.promise;
  }

  /** Takes a message of the request, once. */
  take(message: KernelMessage.IIOPubMessage): void {
    if (this.isDisposed || this.seen.has(message.header.msg_id)) return;
    this.seen.add(message.header.msg_id);
    void this.onIOPub(message);
    if (KernelMessage.isStatusMsg(message) && message.content.execution_state === "idle") this.end();
  }

  end(): void {
    this.ended.resolve();
  }

  dispose(): void {
    this.isDisposed = true;
    this.end();
  }
}

/** As much of a future as an output area uses; its type asks for all of one. */
export const asFuture = (follower: Follower): Kernel.IShellFuture<KernelMessage.IExecuteRequestMsg, KernelMessage.IExecuteReplyMsg> =>
  follower as unknown as Kernel.IShellFuture<KernelMessage.IExecuteRequestMsg, KernelMessage.IExecuteReplyMsg>;
