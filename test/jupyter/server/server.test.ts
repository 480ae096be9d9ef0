/** The server as it stands before its routes: who gets in, what a page may do, and what paths reach. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, labForTests, optionsIn, SocketPage } from "./labUnderTest.js";
import { startLab } from "../../../src/jupyter/server/lab.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const lab = labForTests();
const own = (): string => `127.0.0.1:${lab.port}`;
const cookie = (): string => lab.lab.server.guard.cookie.split(";")[0]!;

beforeAll(() => {
  const notebooks = join(lab.folder, "notebooks");
  writeFileSync(join(lab.folder, "secret.txt"), "secret");
  mkdirSync(join(lab.folder, "outside"));
  writeFileSync(join(lab.folder, "outside/secret.txt"), "secret");
  mkdirSync(join(notebooks, "node_modules/a"), { recursive: true });
  mkdirSync(join(notebooks, "inside"));
  for (const name of [".hidden", "package.json", "a.ipynb.123.tmp", "node_modules/a/x.txt"]) writeFileSync(join(notebooks, name), "secret");
  writeFileSync(join(notebooks, "inside/a.txt"), "seen");
  symlinkSync(join(lab.folder, "outside"), join(notebooks, "link"));
  symlinkSync(join(lab.folder, "secret.txt"), join(notebooks, "link.txt"));
  symlinkSync(join(lab.folder, "nothing.txt"), join(notebooks, "nowhere.txt"));
  symlinkSync(join(notebooks, "inside"), join(notebooks, "within"));
});

describe("who is let in", () => {
  it("is nobody without the token, with any method", async () => {
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]) {
      const { status, headers } = await ask(lab.port, method, "/api/contents");
      expect([method, status, headers["access-control-allow-origin"]]).toEqual([method, 403, undefined]);
    }
    const page = await ask(lab.port, "GET", "/tree");
    expect([page.status, page.headers["set-cookie"]]).toEqual([403, undefined]);
    expect(page.text).toContain("Open the address that <code>npm run lab</code> printed");
  });

  it("is a browser with the address that was printed, which gets a cookie and loses the token", async () => {
    const { status, headers, text } = await ask(lab.port, "GET", `/notebooks/a%22b.ipynb?token=${lab.lab.server.guard.token}`);
    expect([status, headers["set-cookie"]]).toEqual([200, [lab.lab.server.guard.cookie]]);
    expect(text).toContain('<meta http-equiv="refresh" content="0; url=/notebooks/a%22b.ipynb">');
    expect(text).not.toContain(lab.lab.server.guard.token);
    const page = await ask(lab.port, "GET", "/tree", { cookie: cookie() });
    expect([page.status, page.headers["set-cookie"]]).toEqual([200, undefined]);
  });

  it("is no page of another address, whatever it sends", async () => {
    const refused = async (headers: Record<string, string>): Promise<number> => (await ask(lab.port, "GET", "/api/contents", { cookie: cookie(), ...headers })).status;
    expect(await refused({ host: "evil.example" })).toBe(403);
    expect(await refused({ origin: "http://127.0.0.1:1" })).toBe(403);
    expect(await refused({ "sec-fetch-site": "same-site" })).toBe(403);
    expect(await refused({})).toBe(200);
  });

  it("is checked on sockets too", async () => {
    const address = `ws://${own()}/api/events/subscribe`;
    await expect(SocketPage.open(address)).rejects.toThrow("403");
    await expect(SocketPage.open(address, [], { cookie: cookie() })).rejects.toThrow("403");
    await expect(SocketPage.open(address, [], { cookie: cookie(), origin: "http://127.0.0.1:1" })).rejects.toThrow("403");
    (await SocketPage.open(address, [], { cookie: cookie(), origin: `http://${own()}` })).close();
    const unknown = `ws://${own()}/api/kernels/none/channels?token=${lab.lab.server.guard.token}`;
    await expect(SocketPage.open(unknown)).rejects.toThrow("404");
    await expect(SocketPage.open(`ws://${own()}/api?token=${lab.lab.server.guard.token}`)).rejects.toThrow("404");
  });

  it("is asked on this computer's own address only", async () => {
    expect((lab.lab.server as any).server.address()).toMatchObject({ address: "127.0.0.1", family: "IPv4" });
    expect(lab.lab.server.address("/tree")).toBe(`http://${own()}/tree?token=${lab.lab.server.guard.token}`);
  });
});

describe("what a page may do", () => {
  it("is said with each page: own scripts, nothing inline, no other host", async () => {
    const { headers, text } = await lab.ask("GET", "/notebooks/ko/a.ipynb");
    const policy = String(headers["content-security-policy"]);
    expect(policy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
      `connect-src 'self' ws://${own()}; worker-src 'self' blob:; media-src 'self' data: blob:; frame-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(text.match(/<script[^>]*>/g)).toEqual(['<script id="jupyter-config-data" type="application/json">', '<script type="module" src="/static/main.js">']);
  });

  it.each(["/tree", "/api", "/static/main.js", "/api/contents/none"])("says for %s not to guess types, tell where from, share or keep", async (path) => {
    const { headers } = await lab.ask("GET", path);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": path.startsWith("/static") ? "no-cache" : "no-store",
    });
  });

  it("is no script of a file: files are for downloading and run nothing", async () => {
    await lab.ask("PUT", "/api/contents/evil.html", { type: "file", format: "text", content: "<script>alert(1)</script>" });
    const { headers, text } = await lab.ask("GET", "/files/evil.html");
    expect(headers).toMatchObject({ "content-type": "text/html", "content-security-policy": "sandbox; default-src 'none'", "content-disposition": "attachment; filename*=UTF-8''evil.html" });
    expect(text).toBe("<script>alert(1)</script>");
  });
});

describe("paths", () => {
  const attacks = [
    "../secret.txt", "..%2fsecret.txt", "%2e%2e/secret.txt", "%2e%2e%2fsecret.txt", "inside/../../secret.txt", "inside/..%2f..%2fsecret.txt", "..%5csecret.txt", "./secret.txt",
    "link/secret.txt", "link.txt", "nowhere.txt", "nowhere.txt/a", ".hidden", "inside/.hidden", "package.json", "PACKAGE.JSON", "a.ipynb.123.tmp", "node_modules/a/x.txt", "Node_Modules/a/x.txt",
    "secret.txt%00", "%00", "inside%00/a.txt", "a:b", "C:/secret.txt", "inside/a.txt::$DATA", "aux", "inside/a.txt.", "inside/a.txt%20", "x".repeat(300), "a%0ab",
  ];

  it.each(attacks)("%s is nowhere", async (path) => {
    for (const [method, prefix, body] of [
      ["GET", "/api/contents/", undefined],
      ["GET", "/files/", undefined],
      ["PUT", "/api/contents/", { type: "file", format: "text", content: "attacked" }],
      ["DELETE", "/api/contents/", undefined],
      ["PATCH", "/api/contents/", { path: "taken.txt" }],
      ["POST", "/api/contents/", { type: "file" }],
    ] as const) {
      const { status, text } = await lab.ask(method, prefix + path, body);
      expect([method, prefix, status]).toEqual([method, prefix, 404]);
      expect(text).not.toContain("attacked");
    }
    const decoded = decodeURIComponent(path);
    expect((await lab.ask("PATCH", "/api/contents/inside/a.txt", { path: decoded })).status).toBe(404);
    expect((await lab.ask("POST", "/api/contents", { copy_from: decoded })).status).toBe(404);
    expect((await lab.ask("GET", "/files/inside/a.txt")).text).toBe("seen");
  });

  it("that are not whole are refused", async () => {
    expect((await lab.ask("GET", "/api/contents/%")).status).toBe(400);
    expect((await lab.ask("GET", "/api/contents/%ff")).status).toBe(400);
  });

  it("of links that stay inside are followed, and hidden names are not listed", async () => {
    expect((await lab.ask("GET", "/files/within/a.txt")).text).toBe("seen");
    const names = (await lab.ask("GET", "/api/contents")).json.content.map(({ name }: any) => name);
    expect(names).toEqual(expect.arrayContaining(["inside", "within"]));
    expect(names.filter((name: string) => !["inside", "within", "evil.html"].includes(name))).toEqual([]);
    writeFileSync(join(lab.folder, "notebooks/inside/unlisted.txt"), "there");
    expect((await lab.ask("GET", "/api/contents/inside")).json.content.map(({ name }: any) => name)).toEqual(["a.txt"]);
    expect((await lab.ask("GET", "/files/inside/unlisted.txt")).text).toBe("there");
  });

  it.each(["/static/../schemas.json", "/static/%2e%2e/schemas.json", "/static/..%2fschemas.json", "/lab/api/themes/..%2fschemas.json", "/static/", "/static"])("%s is no file of the front end", async (path) => {
    expect((await lab.ask("GET", path)).status).toBe(404);
  });
});

describe("bodies", () => {
  it("that are no JSON object are refused", async () => {
    for (const body of ["{", "[]", "1", '"a"']) expect((await lab.ask("PUT", "/api/contents/a.txt", body)).status).toBe(400);
  });

  it("that are too large are refused before they are read", async () => {
    const { status, headers } = await new Promise<{ status: number; headers: any }>((resolve, reject) => {
      ask(lab.port, "PUT", "/api/contents/a.txt", { authorization: `token ${lab.lab.server.guard.token}`, "content-length": "200000001" }, "x").then(resolve, reject);
    });
    expect([status, headers.connection]).toEqual([413, "close"]);
  });
});

it("takes the next port where one is taken, or says that it is", async () => {
  const second = await startLab(optionsIn(temporaryFolder(), { port: lab.port, isPortFixed: false }));
  expect(second.server.port).toBeGreaterThan(lab.port);
  expect((await ask(second.server.port, "GET", "/api", { authorization: `token ${lab.lab.server.guard.token}` })).status).toBe(403);
  await second.close();
  await expect(startLab(optionsIn(temporaryFolder(), { port: lab.port, isPortFixed: true }))).rejects.toThrow(`could not listen on port ${lab.port}`);
  await expect(startLab(optionsIn(temporaryFolder(), { frontEnd: "/none" }))).rejects.toThrow("openFrontEnd: expected the front end at /none, got nothing; check it out again, or make it with npm run lab:build");
});
