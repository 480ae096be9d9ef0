/** `npm run data`, killed: what has come is gone on with, and nothing is left but the batches. Needs a build. */
import { existsSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type FileServer, serve } from "../data/fileServer.js";
import { BATCH_NAMES, batchBytes, CLASS_NAMES, md5Of, tarGz } from "../data/tinyCifar10.js";
import { appears, killOften, leftovers } from "./killing.js";

vi.setConfig({ testTimeout: 300_000 });

const MAIN = fileURLToPath(new URL("../../dist/cli/data.js", import.meta.url));
/** Enough for unpacking to take some time. */
const RECORDS = 400;
/** The download takes so long, in so many pieces. */
const MILLISECONDS = 400;
const PIECES = 20;

const batches = BATCH_NAMES.map((_, batch) => Buffer.from(batchBytes(batch, RECORDS)));
let archive: Uint8Array;
let server: FileServer;
let ranges = 0;
beforeAll(async () => {
  archive = await tarGz([
    { name: "cifar-10-batches-bin/", type: "directory" },
    ...BATCH_NAMES.map((name, batch) => ({ name: `cifar-10-batches-bin/${name}`, bytes: batches[batch] })),
    { name: "cifar-10-batches-bin/batches.meta.txt", bytes: Buffer.from(`${CLASS_NAMES.join("\n")}\n`) },
  ]);
  server = await serve((request, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
    if (start >= archive.length) return void response.writeHead(416, { "content-range": `bytes */${archive.length}` }).end();
    if (start > 0) ranges++;
    const range = start > 0 ? { "content-range": `bytes ${start}-${archive.length - 1}/${archive.length}` } : {};
    response.writeHead(start > 0 ? 206 : 200, { "content-length": archive.length - start, etag: '"1"', ...range });
    void giveSlowly(response, archive.subarray(start));
  });
});
afterAll(() => server.close());

async function giveSlowly(response: ServerResponse, bytes: Uint8Array): Promise<void> {
  const size = Math.ceil(archive.length / PIECES);
  for (let at = 0; at < bytes.length && !response.destroyed; at += size) {
    response.write(bytes.subarray(at, at + size));
    await pause(MILLISECONDS / PIECES);
  }
  response.end();
}

it("npm run data", async () => {
  await killOften({
    program: (folder) => ({ folder, args: [MAIN, "--dir", join(folder, "cifar"), "--url", server.url, "--md5", md5Of(archive)] }),
    signs: (folder) => ["cifar-10-binary.tar.gz.part", "cifar-10-binary.tar.gz", "cifar.unpacking", "cifar"].map((name) => appears(join(folder, name))),
    soon: 200,
    check(folder, isDone) {
      const dir = join(folder, "cifar");
      // the folder is there whole or not at all
      if (existsSync(dir) || isDone) BATCH_NAMES.forEach((name, batch) => expect(readFileSync(join(dir, name)).equals(batches[batch])).toBe(true));
      // but for an archive that was whole when its program was killed: it might be the user's own by now, and stays
      if (isDone) expect(leftovers(folder)).toEqual([]);
      const whole = join(folder, "cifar-10-binary.tar.gz");
      if (existsSync(whole)) expect(md5Of(readFileSync(whole))).toBe(md5Of(archive));
    },
  });
  console.log(`downloads that were gone on with: ${ranges}`);
});
