import { readFileSync } from "node:fs";
import type { ConnectionInfo } from "../kernel/threads.js";

const PORTS = ["shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"] as const;

/**
 * Reads the connection file that a Jupyter client hands to its kernel.
 *
 * @param path the file
 * @returns transport, address, ports and signing key
 * @throws {Error} if the file cannot be read or holds no JSON
 * @throws {TypeError} if a field is missing or of another kind, or the signature scheme is not hmac-sha256
 */
export function readConnectionFile(path: string): ConnectionInfo {
  const info = parse(path);
  for (const port of PORTS) {
    if (!Number.isInteger(info[port])) throw new TypeError(message(path, `${port} to be a port number`, info[port]));
  }
  for (const field of ["transport", "ip", "key"] as const) {
    if (typeof info[field] !== "string") throw new TypeError(message(path, `${field} to be a string`, info[field]));
  }
  if (info.signature_scheme !== "hmac-sha256") {
    throw new TypeError(message(path, "signature_scheme to be hmac-sha256", info.signature_scheme));
  }
  return info as ConnectionInfo;
}

function parse(path: string): Partial<ConnectionInfo> {
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
