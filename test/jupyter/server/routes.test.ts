/** The routes that are neither files nor kernels, over HTTP. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { labForTests } from "./labUnderTest.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const extra = join(temporaryFolder(), "plotly.js");
writeFileSync(extra, "plot();\n");
const lab = labForTests({ extra: new Map([["plotly.min.js", extra]]) });

const config = async (path: string, headers: Record<string, string> = {}): Promise<any> => {
  const { text } = await lab.ask("GET", path, undefined, headers);
  return JSON.parse(/<script id="jupyter-config-data" type="application\/json">(.*?)<\/script>/s.exec(text)![1]!);
};

describe("pages", () => {
  it("are three views, each with its path", async () => {
    expect(await lab.ask("GET", "/")).toMatchObject({ status: 302, headers: { location: "/tree" } });
    for (const view of ["tree", "notebooks", "edit"]) {
      const { status, text, headers } = await lab.ask("GET", `/${view}/ko/a%20b.ipynb`);
      expect([status, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
      expect(text).toContain(`data-notebook="${view}"`);
    }
    expect((await config("/tree/ko")).treePath).toBe("ko");
  });

  it("tell the front end where everything is, and nothing that ends the script", async () => {
    expect(await config("/tree")).toEqual({
      appName: "lab",
      appVersion: "1.2.3",
      notebookVersion: "[7, 6, 0]",
      baseUrl: "/",
      appUrl: "/lab",
      wsUrl: "",
      frontendUrl: "/",
      fullAppUrl: "/lab",
      fullStaticUrl: "/static",
      settingsUrl: "/lab/api/settings",
      fullSettingsUrl: "/lab/api/settings",
      themesUrl: "/lab/api/themes",
      fullThemesUrl: "/lab/api/themes",
      translationsApiUrl: "/lab/api/translations",
      fullTranslationsApiUrl: "/lab/api/translations",
      preferredPath: "/",
      serverRoot: "",
      treePath: "",
      notebookPage: "tree",
      terminalsAvailable: "false",
      exposeAppInBrowser: "false",
      allPlugins: "{}",
      federated_extensions: "[]",
      token: "",
      appendToken: "false",
      more: "</script>",
      lang: "en",
    });
    expect((await config("/tree", { "accept-language": "ko-KR,ko;q=0.9,en;q=0.8" })).lang).toBe("ko");
  });
});

describe("the front end's files", () => {
  it.each([
    ["/static/main.js", "text/javascript; charset=utf-8", "1;\n"],
    ["/static/plotly.min.js", "text/javascript; charset=utf-8", "plot();\n"],
    ["/static/main.css", "text/css; charset=utf-8", "a {}\n"],
    ["/lab/api/themes/@x/light/index.css", "text/css; charset=utf-8", "b {}\n"],
  ])("%s", async (path, type, content) => {
    const { headers, text, status } = await lab.ask("GET", path);
    expect([status, headers["content-type"], text]).toEqual([200, type, content]);
    const again = await lab.ask("GET", path, undefined, { "if-none-match": String(headers.etag) });
    expect([again.status, again.text]).toEqual([304, ""]);
    expect((await lab.ask("GET", path, undefined, { "if-none-match": '"old"' })).status).toBe(200);
    const head = await lab.ask("HEAD", path);
    expect([head.status, head.text, head.headers["content-length"]]).toEqual([200, "", String(content.length)]);
  });
});

describe("what the server says of itself", () => {
  it.each([
    ["/api", { version: "1.2.3" }],
    ["/api/me", { identity: { username: "ada", name: "ada", display_name: "ada", initials: "A", avatar_url: null, color: null }, permissions: {} }],
    ["/api/status", { started: expect.any(String), last_activity: expect.any(String), connections: 0, kernels: 0 }],
    ["/api/nbconvert", {}],
    ["/api/terminals", []],
    ["/api/config/notebook", {}],
  ])("%s", async (path, answer) => expect((await lab.ask("GET", path)).json).toEqual(answer));

  it("gives back what is configured, and refuses what it has none of", async () => {
    expect((await lab.ask("PATCH", "/api/config/notebook", { a: 1 })).json).toEqual({ a: 1 });
    expect((await lab.ask("PUT", "/api/config/notebook", { b: 1 })).json).toEqual({ b: 1 });
    expect(await lab.ask("GET", "/api/none")).toMatchObject({ status: 404, json: { message: "nothing is at /api/none", reason: null } });
    expect(await lab.ask("DELETE", "/api/status")).toMatchObject({ status: 405, headers: { allow: "GET" } });
  });
});

describe("settings", () => {
  const at = "/lab/api/settings/@x/themes:plugin";
  const schema = { type: "object", properties: { theme: { default: "light" } } };

  it("are kept, with their comments", async () => {
    expect((await lab.ask("GET", at)).json).toEqual({ id: "@x/themes:plugin", schema, version: "", raw: "{}", settings: {}, created: null, last_modified: null, warning: null });
    const raw = '{\n  // the "theme" // of it\n  "theme": "dark // not a comment", /* b */ "b": 1\n}';
    expect((await lab.ask("PUT", at, { raw })).status).toBe(204);
    expect((await lab.ask("GET", at)).json).toMatchObject({ raw, settings: { theme: "dark // not a comment", b: 1 }, last_modified: expect.any(String) });
    expect((await lab.ask("GET", "/lab/api/settings")).json.settings).toMatchObject([{ id: "@x/themes:plugin", raw }]);
    expect((await lab.ask("GET", "/lab/api/settings/")).json.settings).toHaveLength(1);
    expect((await lab.ask("GET", "/lab/api/settings?ids_only=true")).json).toEqual({ settings: [{ id: "@x/themes:plugin" }] });
  });

  it("of no plugin, or no settings at all, are refused", async () => {
    expect((await lab.ask("GET", "/lab/api/settings/@x/none:plugin")).status).toBe(404);
    expect((await lab.ask("PUT", "/lab/api/settings/..%2f..%2fa:b", { raw: "{}" })).status).toBe(404);
    for (const raw of ["[1]", "{", 1, undefined]) expect((await lab.ask("PUT", at, { raw })).status).toBe(400);
  });
});

describe("translations", () => {
  const korean = { jupyterlab: { "": { language: "ko-KR" }, File: ["파일"] } };

  it("are English and what the front end brings", async () => {
    expect((await lab.ask("GET", "/lab/api/translations")).json).toEqual({
      data: { en: { displayName: "English", nativeName: "English" }, ko_KR: { displayName: "Korean", nativeName: "한국어" } },
      message: "",
    });
  });

  it.each([
    ["ko_KR", undefined, korean],
    ["ko-KR", undefined, korean],
    ["ko", undefined, korean],
    ["en", "ko", {}],
    ["fr", "ko", {}],
    ["default", "ko-KR,en;q=0.5", korean],
    ["default", "en-US,ko;q=0.5", {}],
    ["default", undefined, {}],
  ])("%s for a browser that prefers %s", async (code, preferred, data) => {
    const headers: Record<string, string> = preferred === undefined ? {} : { "accept-language": preferred };
    expect((await lab.ask("GET", `/lab/api/translations/${code}`, undefined, headers)).json).toEqual({ data, message: "" });
  });
});
