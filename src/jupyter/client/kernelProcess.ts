/** The kernel as a process of the operating system: started, watched, and never left behind. */
import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import type { KernelSpec } from "../protocol/kernelSpec.js";
import { endGroupWithUs, OWN_GROUP, signalTree } from "./endWithUs.js";

/** How much of what the kernel writes to its own stdout and stderr is kept, in characters. */
const KEPT_CHARACTERS = 8000;

export class KernelProcess {
  /** Resolves when the kernel has ended, with how: `"exit status 1"`, `"signal SIGKILL"`. */
  readonly ended: Promise<string>;
  /** How the kernel ended, or null while it runs. */
  ending: string | null = null;
  /** The last that the kernel wrote to its process's stdout and stderr. */
  text = "";
  private readonly child: ChildProcess;
  private readonly callOff: () => void = () => {};

  constructor(spec: KernelSpec, connectionFile: string, cwd: string) {
    const [command, ...args] = commandLine(spec, connectionFile);
    this.child = spawn(command!, args, {
      cwd,
      // JPY_PARENT_PID is Jupyter's own way to let a kernel notice that its parent is gone.
      env: { ...process.env, ...spec.env, JPY_PARENT_PID: String(process.pid) },
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own: Ctrl-C reaches the runner alone, and the whole group can be ended.
      detached: OWN_GROUP,
      windowsHide: true,
    });
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        this.text = (this.text + text).slice(-KEPT_CHARACTERS);
      });
    }
    process.once("exit", this.kill);
    if (this.child.pid !== undefined) this.callOff = endGroupWithUs(this.child.pid);
    this.ended = this.watch(command!);
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Waits for an orderly end, then asks with SIGTERM, then insists with SIGKILL. */
  async stop(patience: number): Promise<void> {
    await Promise.race([this.ended, delay(patience, undefined, { ref: false })]);
    if (this.ending === null) {
      this.signal("SIGTERM");
      await Promise.race([this.ended, delay(1000)]);
    }
    this.kill();
    await this.ended;
    this.callOff();
    process.off("exit", this.kill);
  }

  /** Ends the kernel and whatever it started, at once. */
  readonly kill = (): void => this.signal("SIGKILL");

  private signal(name: NodeJS.Signals): void {
    if (this.child.pid !== undefined) signalTree(this.child.pid, name);
  }

  private watch(command: string): Promise<string> {
    return new Promise((resolve) => {
      const end = (how: string): void => {
        this.ending ??= how;
        resolve(this.ending);
      };
      this.child.once("error", (error) => end(`no start: ${command}: ${error.message}`));
      this.child.once("exit", (status, signal) => {
        const how = signal === null ? `exit status ${status}` : `signal ${signal}`;
        // Its last words may still be in the pipe; a child that it left behind may keep the pipe open.
        this.child.once("close", () => end(how));
        // An open pipe keeps this program running; once it is closed, nothing is to wait for the timer.
        setTimeout(end, 300, how).unref();
      });
    });
  }
}

/** argv with its placeholders filled in; `node` is the Node that runs this. */
function commandLine(spec: KernelSpec, connectionFile: string): string[] {
  const words = spec.argv.map((word) =>
    // By functions: in a text that takes the place of another, `$&` and `$$` have a meaning, and a folder may be called so.
    word.replaceAll("{connection_file}", () => connectionFile).replaceAll("{resource_dir}", () => spec.folder),
  );
  return words[0] === "node" ? [process.execPath, ...words.slice(1)] : words;
}
