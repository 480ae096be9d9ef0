/** `npm run lab` as a process of its own, on a small project. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Reply } from "../../jupyter/server/labHost.js";
import { ask, SocketPage } from "../../jupyter/server/labUnderTest.js";
import { PROJECT } from "../../jupyter/kernel/kernelUnderTest.js";

export class LabProcess {
  readonly child: ChildProcess;
  /** All that it wrote. */
  text = "";
  port = 0;
  token = "";

  private constructor(root: string, args: readonly string[]) {
    this.child = spawn(process.execPath, [join(root, "dist/cli/lab.js"), "--no-browser", ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.child.stdout!, this.child.stderr!]) stream.setEncoding("utf8").on("data", (text: string) => (this.text += text));
    started.push(this);
  }

  /** Starts it and waits for its address. */
  static async start(root = PROJECT, args: readonly string[] = ["--port", "0"]): Promise<LabProcess> {
    const lab = new LabProcess(root, args);
    while (!lab.text.includes("(Ctrl-C")) {
      if (lab.child.exitCode !== null) throw new Error(`the lab ended: ${lab.text}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const [, port, token] = /^http:\/\/127\.0\.0\.1:(\d+)\/\S*\?token=([0-9a-f]+)/.exec(lab.text)!;
    lab.port = Number(port);
    lab.token = token!;
    return lab;
  }

  ask(method: string, path: string, body?: unknown): Promise<Reply> {
    return ask(this.port, method, path, { authorization: `token ${this.token}` }, body);
  }

  open(kernel: string): Promise<SocketPage> {
    return SocketPage.open(`ws://127.0.0.1:${this.port}/api/kernels/${kernel}/channels?token=${this.token}`);
  }

  /** @returns how it ended */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> {
    return new Promise((resolve) => {
      this.child.once("exit", (code, by) => resolve(code ?? by));
      if (this.child.exitCode !== null || this.child.signalCode !== null) resolve(this.child.exitCode ?? this.child.signalCode);
      this.child.kill(signal);
    });
  }
}

const started: LabProcess[] = [];
afterAll(() => started.forEach(({ child }) => child.kill("SIGKILL")));
