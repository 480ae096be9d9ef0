import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { downloadFile, type DownloadOptions, type DownloadProgress } from "../../src/data/downloadFile.js";
import { StallTimer } from "../../src/data/stallTimer.js";
import { breakWhen, type FileServer, give, type Handler, serve, sizeOf } from "./fileServer.js";
import { openFiles } from "../fixtures/openFiles.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";

const FILE = Uint8Array.from({ length: 300_000 }, (_, i) => (i * i) % 251);
const QUICK: DownloadOptions = { resumeDelay: 1 };
/** Only for servers that fall silent: a busy machine is silent for a while as well. */
const IMPATIENT: DownloadOptions = { ...QUICK, stallTimeout: 1000 };

/** What says that there is a proxy, or a company's certificates. */
const PROXY_VARIABLES = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "NODE_EXTRA_CA_CERTS"];

/** The latest, and all. */
let server: FileServer | undefined;
const servers: FileServer[] = [];
beforeEach(() => {
  for (const name of PROXY_VARIABLES) vi.stubEnv(name, "");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all(servers.map((started) => started.close()));
});

async function start(handler: Handler): Promise<{ url: string; path: string }> {
  server = await serve(handler);
  servers.push(server);
  return { url: server.url, path: join(temporaryFolder(), "file.part") };
}

async function messageOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => "no error",
    (error: unknown) => `${(error as Error).name}: ${(error as Error).message}`,
  );
}

function isWhole(path: string): boolean {
  return readFileSync(path).equals(FILE);
}

describe("a file that comes", () => {
  it("is written, with progress up to its size", async () => {
    const { url, path } = await start((request, response) => {
      expect(request.headers["accept-encoding"]).toBe("identity");
      give(request, response, FILE);
    });
    const began = performance.now();
    const progress: DownloadProgress[] = [];
    await downloadFile(url, path, { onProgress: (now) => progress.push(now) });
    expect(isWhole(path)).toBe(true);
    expect(progress.at(-1)!.seconds).toBeLessThan((performance.now() - began) / 1000);
    const { received, total, start: from } = progress.at(-1)!;
    expect({ received, total, from }).toEqual({ received: 300_000, total: 300_000, from: 0 });
    expect(progress.every(({ seconds }, i) => seconds >= (progress[i - 1]?.seconds ?? 0))).toBe(true);
  });

  it("may be just as large as is allowed", async () => {
    const { url, path } = await start((request, response) => give(request, response, FILE));
    await downloadFile(url, path, { maxBytes: 300_000 });
    expect(isWhole(path)).toBe(true);
  });

  it("leaves no timer, and no file open", async () => {
    const stops = vi.spyOn(StallTimer.prototype, "stop");
    const { url, path } = await start((request, response) => give(request, response, FILE));
    await downloadFile(url, path);
    expect(stops).toHaveBeenCalledTimes(1);
    stops.mockRestore();
    expect(openFiles()).not.toContain(path);
  });

  it("is found through redirects", async () => {
    const { url, path } = await start((request, response, count) => {
      if (count < 2) response.writeHead(302, { location: `/elsewhere${count}` }).end();
      else give(request, response, FILE);
    });
    await downloadFile(url, path);
    expect(isWhole(path)).toBe(true);
  });

  it("may have no stated length", async () => {
    const { url, path } = await start((_, response) => {
      response.write(FILE.subarray(0, 1000));
      response.end(FILE.subarray(1000));
    });
    const totals = new Set<number | undefined>();
    await downloadFile(url, path, { onProgress: ({ total }) => totals.add(total) });
    expect(isWhole(path)).toBe(true);
    expect([...totals]).toEqual([undefined]);
  });
});

describe("going on with what is there", () => {
  it("asks for the rest alone", async () => {
    const { url, path } = await start((request, response) => give(request, response, FILE));
    writeFileSync(path, FILE.subarray(0, 123_456));
    const progress: DownloadProgress[] = [];
    await downloadFile(url, path, { onProgress: (now) => progress.push(now) });
    expect(isWhole(path)).toBe(true);
    expect(server!.requests).toEqual([{ range: "bytes=123456-", ifRange: undefined }]);
    expect(progress.at(-1)).toMatchObject({ received: 300_000, total: 300_000, start: 123_456 });
  });

  it("knows the size also where the range does not tell", async () => {
    const { url, path } = await start((_, response) => {
      response.writeHead(206, { "content-range": "bytes 10-299999/*", "content-length": 299_990 }).end(FILE.subarray(10));
    });
    writeFileSync(path, FILE.subarray(0, 10));
    const totals = new Set<number | undefined>();
    await downloadFile(url, path, { onProgress: ({ total }) => totals.add(total) });
    expect(isWhole(path)).toBe(true);
    expect([...totals]).toEqual([300_000]);
  });

  it("names the version that it has a part of", async () => {
    const { url, path } = await start((request, response, count) =>
      give(request, response, FILE, { etag: '"v1"', ...(count === 0 ? { stopAfter: 70_000, breakWhenIn: path } : {}) }),
    );
    await downloadFile(url, path, QUICK);
    expect(isWhole(path)).toBe(true);
    expect(server!.requests).toEqual([
      { range: undefined, ifRange: undefined },
      { range: "bytes=70000-", ifRange: '"v1"' },
    ]);
  });

  it("keeps the name of that version while it goes on", async () => {
    const { url, path } = await start((request, response, count) => {
      if (count === 0) give(request, response, FILE, { etag: '"v1"', stopAfter: 70_000, breakWhenIn: path });
      else {
        const start = count * 70_000;
        const stop = count === 1 ? 140_000 : FILE.length;
        response.writeHead(206, { "content-range": `bytes ${start}-299999/300000` }).end(FILE.subarray(start, stop));
      }
    });
    const lines: string[] = [];
    const totals = new Set<number | undefined>();
    await downloadFile(url, path, { ...QUICK, log: (line) => lines.push(line), onProgress: ({ total }) => totals.add(total) });
    expect(isWhole(path)).toBe(true);
    expect(server!.requests[2]).toEqual({ range: "bytes=140000-", ifRange: '"v1"' });
    expect(lines[1]).toBe("140000 bytes, then the end of the connection; going on");
    expect([...totals]).toEqual([300_000]);
  });

  it.each([
    ["a weak ETag, with the date in its place", { etag: 'W/"v1"', "last-modified": "Sun, 01 Nov 2009 10:00:00 GMT" }, "Sun, 01 Nov 2009 10:00:00 GMT"],
    ["no mark at all", {}, undefined],
  ])("knows %s", async (_, headers, ifRange) => {
    const { url, path } = await start((request, response, count) => {
      if (count === 0) {
        response.writeHead(200, { "content-length": FILE.length, ...headers });
        response.write(FILE.subarray(0, 1000));
        breakWhen(response, () => sizeOf(path) === 1000);
      } else give(request, response, FILE, { etag: ifRange ?? "" });
    });
    await downloadFile(url, path, QUICK);
    expect(isWhole(path)).toBe(true);
    expect(server!.requests[1]).toEqual({ range: "bytes=1000-", ifRange });
  });

  it("starts over where the file on the server has changed", async () => {
    const old = FILE.map((byte) => byte ^ 1);
    const { url, path } = await start((request, response, count) =>
      count === 0
        ? give(request, response, old, { etag: '"old"', stopAfter: 50_000, breakWhenIn: path })
        : give(request, response, FILE, { etag: '"new"' }),
    );
    await downloadFile(url, path, QUICK);
    expect(isWhole(path)).toBe(true);
  });

  it("starts over where the server knows no ranges", async () => {
    const { url, path } = await start((_, response) => response.writeHead(200, { "content-length": FILE.length }).end(FILE));
    writeFileSync(path, FILE.subarray(5, 99_999));
    await downloadFile(url, path);
    expect(isWhole(path)).toBe(true);
  });

  it("does not send one server's mark to another", async () => {
    const { url, path } = await start((request, response) => give(request, response, FILE, { etag: '"v1"' }));
    writeFileSync(path, FILE.subarray(0, 10));
    writeFileSync(`${path}.json`, JSON.stringify({ url: "http://other.example/", version: '"v0"' }));
    await downloadFile(url, path);
    expect(isWhole(path)).toBe(true);
    expect(server!.requests).toEqual([{ range: "bytes=10-", ifRange: undefined }]);
  });

  it("takes a damaged note of the version for none", async () => {
    const { url, path } = await start((request, response) => give(request, response, FILE));
    writeFileSync(path, FILE.subarray(0, 10));
    writeFileSync(`${path}.json`, '{"url":"http');
    await downloadFile(url, path);
    expect(isWhole(path)).toBe(true);
  });

  it("is done when everything is there", async () => {
    const { url, path } = await start((request, response) => give(request, response, FILE));
    writeFileSync(path, FILE);
    await downloadFile(url, path);
    expect(isWhole(path)).toBe(true);
    expect(server!.requests.map(({ range }) => range)).toEqual(["bytes=300000-"]);
  });

  it("starts over when more than everything is there", async () => {
    const { url, path } = await start((request, response) => give(request, response, FILE));
    writeFileSync(path, Buffer.concat([FILE, FILE]));
    await downloadFile(url, path);
    expect(isWhole(path)).toBe(true);
    expect(server!.requests.map(({ range }) => range)).toEqual(["bytes=600000-", undefined]);
  });
});

describe("a connection that breaks", () => {
  it("is taken up again, and says so", async () => {
    const { url, path } = await start((request, response, count) => give(request, response, FILE, count < 3 ? { stopAfter: 60_000, breakWhenIn: path } : {}));
    const lines: string[] = [];
    await downloadFile(url, path, { ...QUICK, log: (line) => lines.push(line) });
    expect(isWhole(path)).toBe(true);
    expect(lines.map((line) => line.split(",")[0])).toEqual(["60000 bytes", "120000 bytes", "180000 bytes"]);
    expect(lines[0]).toMatch(/^60000 bytes, then terminated \(.+\); going on$/);
  });

  it("is an error when it brings nothing more, and a later call goes on", async () => {
    let isBroken = true;
    const { url, path } = await start((request, response, count) => {
      if (!isBroken) give(request, response, FILE);
      else give(request, response, FILE, { stopAfter: count === 0 ? 60_000 : 0, breakWhenIn: path });
    });
    const message = await messageOf(downloadFile(url, path, QUICK));
    expect(message).toMatch(
      new RegExp(`^Error: downloadFile: expected all of ${url}, got 60000 bytes, then terminated \\(.+\\); run the same command again: it goes on where it stopped$`),
    );
    expect(server!.requests.map(({ range }) => range)).toEqual([undefined, "bytes=60000-", "bytes=60000-", "bytes=60000-"]);
    isBroken = false;
    await downloadFile(url, path, QUICK);
    expect(isWhole(path)).toBe(true);
    expect(server!.requests.at(-1)!.range).toBe("bytes=60000-");
  });

  it("is an error where the server knows no ranges and never gets further", async () => {
    const { url, path } = await start((_, response, count) => {
      // a byte less each time, to know this connection's bytes from those of the last one
      const length = 1000 - count;
      response.writeHead(200, { "content-length": FILE.length });
      response.write(FILE.subarray(0, length));
      breakWhen(response, () => sizeOf(path) === length);
    });
    expect(await messageOf(downloadFile(url, path, { ...QUICK, maxFruitless: 1 }))).toContain("got 998 bytes, then terminated");
    expect(server!.requests.length).toBe(3);
  });

  it("is an error when the server has gone meanwhile", async () => {
    const { url, path } = await start((request, response) => give(request, response, FILE));
    await server!.close();
    writeFileSync(path, FILE.subarray(0, 99));
    const lines: string[] = [];
    expect(await messageOf(downloadFile(url, path, { ...QUICK, log: (line) => lines.push(line) }))).toMatch(
      /^Error: downloadFile: expected all of .+, got 99 bytes, then fetch failed \(.*ECONNREFUSED.*\); run the same command again: it goes on where it stopped$/,
    );
    expect(lines.length).toBe(2);
  });
});

/** Each of these waits for a second or two: they wait together. */
describe.concurrent("a server that falls silent", () => {
  it("counts as broken when nothing comes any more", async () => {
    const { url, path } = await start((request, response, count) => give(request, response, FILE, { stopAfter: count === 0 ? 2000 : 0 }));
    const error: Error = await downloadFile(url, path, { ...IMPATIENT, maxFruitless: 0 }).then(() => expect.unreachable(), (reason) => reason);
    expect(`${error.name}: ${error.message}`).toBe(
      `Error: downloadFile: expected all of ${url}, got 2000 bytes, then nothing for 1 seconds; run the same command again: it goes on where it stopped`,
    );
    expect(error).toMatchObject({ cause: { message: "nothing for 1 seconds", cause: { message: "nothing for 1 seconds" } } });
  });

  it("is not broken while it is only slow", async () => {
    const { url, path } = await start((_, response) => {
      response.writeHead(200, { "content-length": 10 });
      const sending = setInterval(() => response.write("x"), 100);
      response.on("close", () => clearInterval(sending));
    });
    await downloadFile(url, path, { stallTimeout: 800 });
    expect(readFileSync(path, "utf8")).toBe("xxxxxxxxxx");
  });

  it("is an error where it gives no answer", async () => {
    const { url, path } = await start(() => {});
    expect(await messageOf(downloadFile(url, path, IMPATIENT))).toBe(
      `Error: downloadFile: expected an answer from ${url}, got nothing for 1 seconds; check the network and the address, then run the same command again: it goes on where it stopped`,
    );
  });
});

describe("errors", () => {
  const answering = (status: number, headers: Record<string, string> = {}): Handler => (_, response) => void response.writeHead(status, headers).end("no");

  it.each([
    [404, "404 Not Found; check the address, or choose another one with --url"],
    [403, "403 Forbidden; check the address, or choose another one with --url"],
    [500, "500 Internal Server Error; the server is busy or out of order: wait, then run the same command again: it goes on where it stopped"],
    [503, "503 Service Unavailable; the server is busy or out of order: wait, then run the same command again: it goes on where it stopped"],
    [429, "429 Too Many Requests; the server is busy or out of order: wait, then run the same command again: it goes on where it stopped"],
  ])("status %i, with what is there kept", async (status, told) => {
    const { url, path } = await start(answering(status));
    writeFileSync(path, FILE.subarray(0, 77));
    expect(await messageOf(downloadFile(url, path))).toBe(`Error: downloadFile: expected the file from ${url}, got ${told}`);
    expect(readFileSync(path).length).toBe(77);
  });

  it("416 without a part to go on from", async () => {
    const { url, path } = await start(answering(416));
    expect(await messageOf(downloadFile(url, path))).toContain("got 416 Range Not Satisfiable; check the address");
  });

  it("no answer", async () => {
    const { url, path } = await start((_, response) => void response.socket!.destroy());
    await server!.close();
    expect(await messageOf(downloadFile(url, path))).toMatch(
      /^Error: downloadFile: expected an answer from http:.+, got fetch failed \(.*ECONNREFUSED.*\); check the network and the address, then run the same command again: it goes on where it stopped$/,
    );
  });

  it.each(["HTTPS_PROXY", "http_proxy", "NODE_EXTRA_CA_CERTS"])("no answer behind a proxy, which Node does not ask by itself: %s", async (name) => {
    vi.stubEnv(name, "http://proxy:8080");
    const { url, path } = await start((_, response) => void response.socket!.destroy());
    await server!.close();
    expect(await messageOf(downloadFile(url, path))).toContain(" Behind a proxy set NODE_USE_ENV_PROXY=1, where a company signs the certificates NODE_USE_SYSTEM_CA=1 ");
  });

  it("no address", async () => {
    expect(await messageOf(downloadFile("nowhere", join(temporaryFolder(), "file")))).toMatch(
      /^Error: downloadFile: expected an answer from nowhere, got Failed to parse URL from nowhere \(Invalid URL\); check/,
    );
  });

  it("no range, though one was asked for", async () => {
    const { url, path } = await start((_, response) => response.writeHead(206, { "content-length": 10 }).end("0123456789"));
    writeFileSync(path, FILE.subarray(0, 5));
    expect(await messageOf(downloadFile(url, path))).toBe(
      `Error: downloadFile: expected ${url} to go on from byte 5, got no range; run the same command again: it starts over`,
    );
  });

  it("with what the system said as their cause", async () => {
    const refused = { message: "fetch failed", cause: { code: "ECONNREFUSED" } };
    const { url, path } = await start(() => {});
    await server!.close();
    await expect(downloadFile(url, path, QUICK)).rejects.toMatchObject({ cause: refused });
    writeFileSync(path, FILE.subarray(0, 5));
    await expect(downloadFile(url, path, QUICK)).rejects.toMatchObject({ cause: { cause: refused } });
  });

  it("another range than was asked for, and the part is gone", async () => {
    const { url, path } = await start((_, response) => response.writeHead(206, { "content-range": "bytes 0-9/10", "content-length": 10 }).end("0123456789"));
    writeFileSync(path, FILE.subarray(0, 5));
    expect(await messageOf(downloadFile(url, path))).toBe(
      `Error: downloadFile: expected ${url} to go on from byte 5, got bytes 0-9/10; run the same command again: it starts over`,
    );
    expect(existsSync(path)).toBe(false);
  });

  it("an encoded answer", async () => {
    const { url, path } = await start(answering(200, { "content-encoding": "gzip" }));
    expect(await messageOf(downloadFile(url, path))).toBe(
      `Error: downloadFile: expected the very bytes of ${url}, got them in gzip encoding; choose another address with --url`,
    );
  });

  it.each([
    ["a stated length", (_: unknown, response: Parameters<Handler>[1]) => void response.writeHead(200, { "content-length": FILE.length }).end(FILE)],
    ["none", (_: unknown, response: Parameters<Handler>[1]) => void (response.write(FILE.subarray(0, 9)), response.end(FILE.subarray(9)))],
  ])("too much, with %s", async (_, handler) => {
    const { url, path } = await start(handler);
    expect(await messageOf(downloadFile(url, path, { maxBytes: 299_999 }))).toMatch(
      new RegExp(`^Error: downloadFile: expected at most 299999 bytes from ${url}, got \\d+ or more; this is another file: choose another address with --url$`),
    );
    expect(existsSync(path)).toBe(false);
  });

  it("a place that cannot be written", async () => {
    const { url } = await start((request, response) => give(request, response, FILE));
    const path = join(temporaryFolder(), "missing", "file");
    expect(await messageOf(downloadFile(url, path))).toBe(
      `Error: downloadFile: expected to write ${path}, got ENOENT: no such file or directory, open '${path}'; choose another folder with --dir`,
    );
  });
});
