/** The routes that are neither files nor kernels, over HTTP. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeAbout } from "./aboutTable.js";
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

describeAbout(lab);
