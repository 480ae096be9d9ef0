import fs, { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, test, vi } from "vitest";
import { addressOf, createConnection, readConnectionFile, writeConnectionFile } from "../../../src/jupyter/protocol/connection.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const disk = vi.hoisted(() => ({ isFull: false }));
vi.mock("node:fs", async (original) => {
  const real = await original<typeof fs>();
  const writeFileSync: typeof fs.writeFileSync = (path, ...rest) => {
    real.writeFileSync(path, ...rest);
    if (disk.isFull) throw new Error("ENOSPC: no space left on device, write");
  };
  return { ...real, writeFileSync };
});

test("five different free ports of the loopback address and a random key", async () => {
  const [one, two] = [await createConnection("k"), await createConnection("k")];
  const ports = [one.shell_port, one.iopub_port, one.stdin_port, one.control_port, one.hb_port];
  expect(new Set(ports).size).toBe(5);
  expect(one).toMatchObject({ ip: "127.0.0.1", transport: "tcp", signature_scheme: "hmac-sha256", kernel_name: "k" });
  expect(one.key).toMatch(/^[0-9a-f]{64}$/);
  expect(one.key).not.toBe(two.key);
  await new Promise<void>((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(one.shell_port, "127.0.0.1", () => server.close(() => resolve()));
  });
});

test("an address has the transport's form", () => {
  const at = (transport: string, ip: string) => addressOf({ ...connection, transport, ip }, 5555);
  expect(at("tcp", "127.0.0.1")).toBe("tcp://127.0.0.1:5555");
  expect(at("ipc", "/run/kernel")).toBe("ipc:///run/kernel-5555");
});

test("the file is the user's alone and goes with its folder", async () => {
  const connection = await createConnection("k");
  const { path, remove } = writeConnectionFile(connection);
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(connection);
  expect(readConnectionFile(path)).toEqual(connection);
  if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);
  remove();
  expect(existsSync(path)).toBe(false);
  remove();
});

test("where the disk is full, it says so and leaves nothing", async () => {
  const tmp = join(temporaryFolder(), "tmp");
  mkdirSync(tmp);
  for (const name of ["TMPDIR", "TEMP", "TMP"]) vi.stubEnv(name, tmp);
  disk.isFull = true;
  const connection = await createConnection("k");
  expect(() => writeConnectionFile(connection)).toThrow(
    /^could not write .+connection\.json \(ENOSPC: no space left on device, write\); make room there, or name another folder in TMPDIR$/,
  );
  expect(readdirSync(tmp)).toEqual([]);
  disk.isFull = false;
  vi.unstubAllEnvs();
});

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

  it("reads a path in any script", () => {
    const korean = join(temporaryFolder(), "연결.json");
    writeFileSync(korean, JSON.stringify({ ...connection, key: "열쇠" }));
    expect(readConnectionFile(korean).key).toBe("열쇠");
  });

  it("keeps the cause of what it cannot read", () => {
    writeFileSync(path, "{");
    expect(() => readConnectionFile(path)).toThrow(expect.objectContaining({ cause: expect.any(SyntaxError) }));
  });

  it.each([
    [{ hb_port: "5" }, `expected hb_port to be a port number in ${path}, got "5"`],
    [{ hb_port: 99_999 }, `expected hb_port to be a port number in ${path}, got 99999`],
    [{ shell_port: 0 }, `expected shell_port to be a port number in ${path}, got 0`],
    [{ iopub_port: -1 }, `expected iopub_port to be a port number in ${path}, got -1`],
    [{ stdin_port: 1.5 }, `expected stdin_port to be a port number in ${path}, got 1.5`],
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
