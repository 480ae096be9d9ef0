/** Where a kernel listens and the key that signs its messages: the connection file. */
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { join } from "node:path";
import { remove as removeFolder } from "../../host/node/remove.js";
import { temporaryFolder } from "../../host/node/temporaryFolder.js";

const HOST = "127.0.0.1";
const PORTS = ["shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"] as const;
const HIGHEST_PORT = 65_535;

/** The name of one of the five ports. */
export type Port = (typeof PORTS)[number];

/** The content of the file that a Jupyter client writes for its kernel. */
export interface Connection {
  readonly transport: string;
  readonly ip: string;
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly control_port: number;
  readonly hb_port: number;
  readonly signature_scheme: string;
  readonly key: string;
  readonly kernel_name?: string;
}

/** The ZeroMQ address of one of the ports. */
export function addressOf({ transport, ip }: Connection, port: number): string {
  return transport === "ipc" ? `ipc://${ip}-${port}` : `${transport}://${ip}:${port}`;
}

/** Five free ports of the loopback address and a random key, for the kernel to bind. */
export async function createConnection(kernelName: string): Promise<Connection> {
  const [shell_port, iopub_port, stdin_port, control_port, hb_port] = (await freePorts()) as [number, number, number, number, number];
  return {
    transport: "tcp",
    ip: HOST,
    shell_port,
    iopub_port,
    stdin_port,
    control_port,
    hb_port,
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
  const remove = (): void => removeFolder(folder);
  try {
    writeFileSync(path, JSON.stringify(connection, null, 1), { mode: 0o600, flag: "wx" });
  } catch (cause) {
    remove();
    throw new Error(`could not write ${path} (${(cause as Error).message}); make room there, or name another folder in TMPDIR`, { cause });
  }
  return { path, remove };
}

/**
 * Reads the connection file that a Jupyter client hands to its kernel.
 *
 * @param path the file
 * @returns transport, address, ports and signing key
 * @throws {Error} if the file cannot be read or holds no JSON
 * @throws {TypeError} if a field is missing or of another kind, or the signature scheme is not hmac-sha256
 */
export function readConnectionFile(path: string): Connection {
  const info = parse(path);
  for (const port of PORTS) {
    if (!isPort(info[port])) throw new TypeError(message(path, `${port} to be a port number`, info[port]));
  }
  for (const field of ["transport", "ip", "key"] as const) {
    if (typeof info[field] !== "string") throw new TypeError(message(path, `${field} to be a string`, info[field]));
  }
  if (info.signature_scheme !== "hmac-sha256") {
    throw new TypeError(message(path, "signature_scheme to be hmac-sha256", info.signature_scheme));
  }
  return info as Connection;
}

/** Over ipc it is only the ending of a name, which the client chooses as well: never 0, which means any. */
function isPort(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) <= HIGHEST_PORT;
}

function parse(path: string): Partial<Connection> {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new Error(
      `readConnectionFile: expected a Jupyter connection file at ${path}, got ${(cause as Error).message}; ` +
      "a Jupyter client writes it when it starts the kernel",
      { cause },
    );
  }
}

function message(path: string, expected: string, got: unknown): string {
  return `readConnectionFile: expected ${expected} in ${path}, got ${JSON.stringify(got)}`;
}

/** One for each channel. All are held at once before any is given back, so that they differ. */
async function freePorts(): Promise<number[]> {
  const servers = await Promise.all(PORTS.map(listen));
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
