/** Where a kernel listens and the key that signs its messages: the connection file. */
import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { join } from "node:path";
import { temporaryFolder } from "../../files/temporaryFolder.js";

const HOST = "127.0.0.1";

export interface Connection {
  readonly transport: "tcp";
  readonly ip: string;
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly control_port: number;
  readonly hb_port: number;
  readonly signature_scheme: "hmac-sha256";
  readonly key: string;
  readonly kernel_name: string;
}

/** Five free ports of the loopback address and a random key, for the kernel to bind. */
export async function createConnection(kernelName: string): Promise<Connection> {
  const [shell, iopub, stdin, control, heartbeat] = await freePorts(5);
  return {
    transport: "tcp",
    ip: HOST,
    shell_port: shell!,
    iopub_port: iopub!,
    stdin_port: stdin!,
    control_port: control!,
    hb_port: heartbeat!,
    signature_scheme: "hmac-sha256",
    key: randomBytes(32).toString("hex"),
    kernel_name: kernelName,
  };
}

/**
 * Writes the connection to a file that only this user can read, in a folder of its own.
 *
 * @returns its path, and `remove` that deletes it
 * @throws {Error} if it cannot be written, with what to do
 */
export function writeConnectionFile(connection: Connection): { path: string; remove: () => void } {
  const folder = temporaryFolder("kernel");
  const path = join(folder, "connection.json");
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    writeFileSync(path, JSON.stringify(connection, null, 1), { mode: 0o600, flag: "wx" });
  } catch (cause) {
    remove();
    throw new Error(`could not write ${path} (${(cause as Error).message}); make room there, or name another folder in TMPDIR`, { cause });
  }
  return { path, remove };
}

/** All are held at once before any is given back, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, listen));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function listen(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, HOST, () => resolve(server));
  });
}
