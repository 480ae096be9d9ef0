import fs, { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { createConnection, writeConnectionFile } from "../../../src/jupyter/protocol/clientConnection.js";
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

test("the file is the user's alone and goes with its folder", async () => {
  const connection = await createConnection("k");
  const { path, remove } = writeConnectionFile(connection);
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(connection);
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
