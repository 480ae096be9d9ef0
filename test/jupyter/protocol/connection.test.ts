import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { readConnectionFile } from "../../../src/jupyter/protocol/connection.js";

const folder = temporaryFolder();
const path = join(folder, "connection.json");

const connection = {
  transport: "tcp",
  ip: "127.0.0.1",
  key: "k",
  signature_scheme: "hmac-sha256",
  shell_port: 1,
  iopub_port: 2,
  stdin_port: 3,
  control_port: 4,
  hb_port: 5,
};

describe("readConnectionFile", () => {
  it("reads what a client wrote", () => {
    writeFileSync(path, JSON.stringify(connection));
    expect(readConnectionFile(path)).toEqual(connection);
  });

  it.each([
    [{ hb_port: "5" }, `expected hb_port to be a port number in ${path}, got "5"`],
    [{ ip: undefined }, `expected ip to be a string in ${path}, got undefined`],
    [{ signature_scheme: "hmac-md5" }, `expected signature_scheme to be hmac-sha256 in ${path}, got "hmac-md5"`],
  ])("refuses %j", (change, text) => {
    writeFileSync(path, JSON.stringify({ ...connection, ...change }));
    expect(() => readConnectionFile(path)).toThrow(new TypeError(`readConnectionFile: ${text}`));
  });

  it("says who writes the file when there is none", () => {
    const missing = join(folder, "missing.json");
    expect(() => readConnectionFile(missing)).toThrow(
      new Error(
        `readConnectionFile: expected a Jupyter connection file at ${missing}, got ENOENT: no such file or directory, ` +
        `open '${missing}'; a Jupyter client writes it when it starts the kernel`,
      ),
    );
  });
});
