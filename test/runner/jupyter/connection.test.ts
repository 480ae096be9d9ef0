import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { createConnection, writeConnectionFile } from "../../../src/runner/jupyter/connection.js";

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
