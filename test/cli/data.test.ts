/** The command itself, as `npm run data` starts it: it needs the built package. */
import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type FileServer, give, serve } from "../data/fileServer.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { md5Of, tinyArchive } from "../data/tinyCifar10.js";

const MAIN = fileURLToPath(new URL("../../dist/cli/data.js", import.meta.url));

let archive: Uint8Array;
let server: FileServer;
beforeAll(async () => {
  archive = await tinyArchive();
  server = await serve((request, response) => give(request, response, archive));
});
afterAll(() => server.close());

function run(args: readonly string[], environment: Record<string, string> = {}): Promise<{ status: number; stdout: string; stderr: string }> {
  const env = { ...process.env, CIFAR10_DIR: "", CIFAR10_URL: "", ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { env }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

it("downloads to the folder given, from the address given, and ends with 0", async () => {
  const dir = join(temporaryFolder(), "cifar");
  const { status, stdout, stderr } = await run(["--dir", dir, "--url", server.url, "--md5", md5Of(archive)]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout.split("\n").filter((line) => !line.includes(" MB "))).toEqual([
    `Downloading ${server.url}`,
    `Checking and unpacking ${join(dirname(dir), "cifar-10-binary.tar.gz")}`,
    `CIFAR-10 is ready: ${dir}`,
    "",
  ]);
  expect(stdout).toContain(" MB (100 %), ");
  expect(readdirSync(dir)).toContain("test_batch.bin");
});

it("takes folder and address from the environment, and ends with 1 on an error", async () => {
  const dir = join(temporaryFolder(), "cifar");
  const { status, stderr } = await run([], { CIFAR10_DIR: dir, CIFAR10_URL: server.url });
  expect(status).toBe(1);
  expect(stderr).toBe(
    `downloadCifar10: expected an archive with md5 c32a1d4ab5d03f1284b67883e8d87530, got ${md5Of(archive)}: it is damaged or another one, and has been removed; run the same command again, or choose another address with --url\n`,
  );
  expect(existsSync(dir)).toBe(false);
});

it("explains itself", async () => {
  const { status, stdout } = await run(["--help"]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^npm run data \[-- options\]: downloads CIFAR-10(.|\n)+--dir(.|\n)+--url(.|\n)+--md5/);
  expect(await run(["--nonsense"])).toMatchObject({ status: 1, stdout: "", stderr: "Unknown option '--nonsense'\n" });
});
