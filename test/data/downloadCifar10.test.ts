import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { downloadCifar10, type DownloadCifar10Options } from "../../src/data/downloadCifar10.js";
import { getCifar10Data } from "../../src/data/getCifar10Data.js";
import { unpackArchive } from "../../src/data/unpackArchive.js";
import { type FileServer, give, type Handler, serve } from "./fileServer.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { BATCH_NAMES, md5Of, pixelOf, tarGz, tinyArchive, tinyCifar10 } from "./tinyCifar10.js";

vi.mock("../../src/data/unpackArchive.js", { spy: true });

let archive: Uint8Array;
beforeAll(async () => {
  archive = await tinyArchive();
});

let server: FileServer | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await server?.close();
  server = undefined;
});

interface Run {
  readonly options: DownloadCifar10Options;
  readonly cache: string;
  readonly lines: string[];
}

async function start(handler: Handler = (request, response) => give(request, response, archive)): Promise<Run> {
  server = await serve(handler);
  const cache = join(temporaryFolder(), "cache");
  const lines: string[] = [];
  const dir = join(cache, "cifar");
  const log = (line: string): number => lines.push(line);
  return { options: { dir, url: server.url, md5: md5Of(archive), log, resumeDelay: 1 }, cache, lines };
}

function expectReady({ options, cache }: Run, beside: string[] = []): void {
  expect(readdirSync(cache).sort()).toEqual(["cifar", ...beside]);
  const { XTrain, classNames } = getCifar10Data({ dir: options.dir, numTraining: 10, numValidation: 0, numTest: 2, subtractMean: false });
  expect(XTrain.takeRows([3]).get(0, 0, 0, 5)).toBe(pixelOf(1, 1, 5));
  expect(classNames[3]).toBe("cat");
}

describe("downloadCifar10", () => {
  it("leaves the folder of batches and nothing else", async () => {
    const run = await start();
    await downloadCifar10(run.options);
    expectReady(run);
    expect(run.lines).toEqual([
      `Downloading ${run.options.url}`,
      `Checking and unpacking ${join(run.cache, "cifar-10-binary.tar.gz")}`,
      `CIFAR-10 is ready: ${run.options.dir}`,
    ]);
  });

  it("does nothing when it is there already", async () => {
    const run = await start();
    await downloadCifar10(run.options);
    run.lines.length = 0;
    await downloadCifar10(run.options);
    expect(run.lines).toEqual([`CIFAR-10 is there already: ${run.options.dir}`]);
    expect(server!.requests.length).toBe(1);
  });

  it("fills an empty folder", async () => {
    const run = await start();
    mkdirSync(run.options.dir, { recursive: true });
    await downloadCifar10(run.options);
    expectReady(run);
  });

  it("leaves a folder of other things alone", async () => {
    const run = await start();
    mkdirSync(run.options.dir, { recursive: true });
    writeFileSync(join(run.options.dir, "thesis.txt"), "mine");
    await expect(downloadCifar10(run.options)).rejects.toThrow(
      `downloadCifar10: expected ${run.options.dir} to be missing, empty or CIFAR-10, got other files, which are left alone; move or delete it, or choose another folder with --dir (getCifar10Data: `,
    );
    await expect(downloadCifar10(run.options)).rejects.toMatchObject({ cause: expect.objectContaining({ message: expect.stringMatching(/^getCifar10Data: /) }) });
    expect(readFileSync(join(run.options.dir, "thesis.txt"), "utf8")).toBe("mine");
    expect(server!.requests).toEqual([]);
  });

  it("leaves a file with the folder's name alone", async () => {
    const run = await start();
    mkdirSync(run.cache);
    writeFileSync(run.options.dir, "mine");
    await expect(downloadCifar10(run.options)).rejects.toThrow(/got a file; /);
    expect(readFileSync(run.options.dir, "utf8")).toBe("mine");
  });

  it("goes on after a broken download, in a later call", async () => {
    let isBroken = true;
    const run = await start((request, response, count) => {
      const part = join(run.cache, "cifar-10-binary.tar.gz.part");
      give(request, response, archive, isBroken ? { stopAfter: count === 0 ? 300 : 0, breakWhenIn: part } : {});
    });
    await expect(downloadCifar10({ ...run.options, maxFruitless: 0 })).rejects.toThrow(/run the same command again: it goes on where it stopped$/);
    expect(existsSync(run.options.dir)).toBe(false);
    expect(readdirSync(run.cache)).toEqual(["cifar-10-binary.tar.gz.part"]);
    isBroken = false;
    await downloadCifar10(run.options);
    expectReady(run);
    expect(server!.requests.map(({ range }) => range)).toEqual([undefined, "bytes=300-", "bytes=300-"]);
  });

  it("trusts no archive with another checksum, and a later call succeeds", async () => {
    const wrong = archive.map((byte, i) => (i === 500 ? byte ^ 1 : byte));
    const run = await start((request, response, count) => give(request, response, count === 0 ? wrong : archive));
    await expect(downloadCifar10(run.options)).rejects.toThrow(
      new Error(
        `downloadCifar10: expected an archive with md5 ${md5Of(archive)}, got ${md5Of(wrong)}: it is damaged or another one, and has been removed; run the same command again, or choose another address with --url`,
      ),
    );
    expect(readdirSync(run.cache)).toEqual([]);
    await downloadCifar10(run.options);
    expectReady(run);
  });

  it("wants the official archive unless told otherwise", async () => {
    const run = await start();
    const { md5: _, ...options } = run.options;
    await expect(downloadCifar10(options)).rejects.toThrow(
      `expected an archive with md5 c32a1d4ab5d03f1284b67883e8d87530, got ${md5Of(archive)}: `,
    );
  });

  it("asks the official address unless told otherwise", async () => {
    const run = await start();
    const { url: _, ...options } = run.options;
    const fetching = vi.spyOn(globalThis, "fetch").mockRejectedValue(new Error("no network"));
    await expect(downloadCifar10(options)).rejects.toThrow("expected an answer from https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz, got no network; ");
    expect(fetching.mock.calls.map(([url]) => url)).toEqual(["https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"]);
  });

  it("takes an archive that was put there by other means, without a download, and leaves it there", async () => {
    const run = await start();
    mkdirSync(run.cache);
    const mine = join(run.cache, "cifar-10-binary.tar.gz");
    writeFileSync(mine, archive);
    await downloadCifar10(run.options);
    expectReady(run, ["cifar-10-binary.tar.gz"]);
    expect(server!.requests).toEqual([]);
    expect(run.lines.at(-1)).toBe(`CIFAR-10 is ready: ${run.options.dir}; ${mine} is no longer needed`);
    // killed at its very end: the folder is there, and so is what it was unpacked in
    mkdirSync(join(run.cache, "cifar.unpacking"));
    writeFileSync(join(run.cache, "cifar.unpacking", "archive-stays"), "");
    await downloadCifar10(run.options);
    expectReady(run, ["cifar-10-binary.tar.gz"]);
  });

  it("says of an archive of the user's that it is another one, and leaves it alone", async () => {
    const run = await start();
    mkdirSync(run.cache);
    const mine = join(run.cache, "cifar-10-binary.tar.gz");
    writeFileSync(mine, "of my own");
    await expect(downloadCifar10(run.options)).rejects.toThrow(
      `got ${md5Of(Buffer.from("of my own"))}: ${mine} is damaged or another one; move it away and run the same command again, or give its checksum with --md5`,
    );
    expect(readFileSync(mine, "utf8")).toBe("of my own");
  });

  it("clears away what is left when it was killed after the last step", async () => {
    const run = await start();
    await downloadCifar10(run.options);
    const mine = join(run.cache, "cifar-10-binary.tar.gz");
    writeFileSync(mine, archive);
    await downloadCifar10(run.options);
    // it may be somebody's own
    expect(existsSync(mine)).toBe(true);
    writeFileSync(`${mine}.part.json`, "{}");
    mkdirSync(join(run.cache, "cifar.unpacking"));
    await downloadCifar10(run.options);
    expectReady(run);
    // killed when the archive was gone already
    mkdirSync(join(run.cache, "cifar.unpacking"));
    await downloadCifar10(run.options);
    expectReady(run);
    expect(server!.requests.length).toBe(1);
  });

  it("clears away the note of a download that was killed at its end", async () => {
    const run = await start();
    mkdirSync(run.cache);
    writeFileSync(join(run.cache, "cifar-10-binary.tar.gz"), archive);
    writeFileSync(join(run.cache, "cifar-10-binary.tar.gz.part.json"), "{}");
    await downloadCifar10(run.options);
    expectReady(run, ["cifar-10-binary.tar.gz"]);
  });

  it("clears away what an unpacking left that was killed", async () => {
    const run = await start();
    mkdirSync(join(run.cache, "cifar.unpacking", "cifar-10-batches-bin"), { recursive: true });
    writeFileSync(join(run.cache, "cifar.unpacking", "cifar-10-batches-bin", "data_batch_1.bin"), "half");
    await downloadCifar10(run.options);
    expectReady(run);
  });

  it("keeps the archive, and no half of a folder, when it cannot unpack", async () => {
    const evil = await tarGz([{ name: "cifar-10-batches-bin/../../evil", bytes: Buffer.from("x") }]);
    const run = await start((request, response) => give(request, response, evil));
    await expect(downloadCifar10({ ...run.options, md5: md5Of(evil) })).rejects.toThrow(/^unpackArchive: expected .+ to hold names below its own folder/);
    expect(readdirSync(run.cache)).toEqual(["cifar-10-binary.tar.gz"]);
  });

  it("says why not even the folder to unpack into could be made", async () => {
    const run = await start();
    vi.mocked(unpackArchive).mockRejectedValueOnce(new Error("no room for a folder"));
    await expect(downloadCifar10(run.options)).rejects.toThrow(new Error("no room for a folder"));
  });

  it("says what is wrong with an archive that is none", async () => {
    const other = Buffer.from("no archive");
    const run = await start((request, response) => give(request, response, other));
    await expect(downloadCifar10({ ...run.options, md5: md5Of(other) })).rejects.toThrow(/^unpackArchive: expected .+ to be a whole \.tar\.gz file, got incorrect header check$/);
  });

  it("refuses an archive without the batches", async () => {
    const dir = tinyCifar10();
    const entries = BATCH_NAMES.slice(1).map((name) => ({ name: `cifar-10-batches-bin/${name}`, bytes: readFileSync(join(dir, name)) }));
    const incomplete = await tarGz(entries);
    const run = await start((request, response) => give(request, response, incomplete));
    await expect(downloadCifar10({ ...run.options, md5: md5Of(incomplete) })).rejects.toThrow(/got no data_batch_1\.bin;/);
    expect(existsSync(run.options.dir)).toBe(false);
    rmSync(run.cache, { recursive: true });
  });

  it("says where it cannot write", async () => {
    const run = await start();
    writeFileSync(run.cache, "a file");
    await expect(downloadCifar10(run.options)).rejects.toThrow(
      new Error(`downloadCifar10: expected to write ${run.cache}, got EEXIST: file already exists, mkdir '${run.cache}'; choose another folder with --dir`),
    );
  });
});
