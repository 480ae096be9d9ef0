import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findBrowser } from "../../../src/cli/submit/findBrowser.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const only = (...paths: string[]) => (path: string) => paths.includes(path);

test("CHROME_PATH comes first, and has to be there", () => {
  const environment = { CHROME_PATH: "/my/chrome", PATH: "/usr/bin" };
  expect(findBrowser(environment, "linux", only("/my/chrome", "/usr/bin/chromium"))).toBe("/my/chrome");
  expect(() => findBrowser(environment, "linux", only("/usr/bin/chromium"))).toThrow(
    new Error(
      'findBrowser: expected CHROME_PATH to be the path of a browser, got "/my/chrome", which is not there; correct it or unset it',
    ),
  );
});

test.each<[NodeJS.Platform, Record<string, string>, string]>([
  ["linux", { PATH: "/bin:/snap/bin" }, "/snap/bin/chromium"],
  ["linux", { PATH: "/usr/bin" }, "/usr/bin/google-chrome-stable"],
  ["linux", { PATH: "/usr/bin", CHROME_PATH: "" }, "/usr/bin/microsoft-edge"],
  ["darwin", {}, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
  ["darwin", { HOME: "/Users/a" }, "/Users/a/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"],
  ["win32", { ProgramFiles: "C:\\Program Files" }, "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"],
  ["win32", { "ProgramFiles(x86)": "C:\\P86" }, "C:\\P86\\Microsoft\\Edge\\Application\\msedge.exe"],
])("%s with %j: %s", (platform, environment, path) => {
  expect(findBrowser(environment, platform, only(path))).toBe(path);
  expect(findBrowser(environment, platform, only())).toBe(null);
});

test.skipIf(process.platform === "win32")("a folder on PATH that cannot be looked into is passed over", () => {
  const folder = temporaryFolder();
  const file = join(folder, "file");
  writeFileSync(file, "");
  symlinkSync("loop", join(folder, "loop"));
  mkdirSync(join(folder, "bin"));
  writeFileSync(join(folder, "bin", "chromium"), "");
  expect(findBrowser({ PATH: [file, join(folder, "loop"), `${folder}/\0`, join(folder, "bin")].join(":") }, "linux")).toBe(join(folder, "bin", "chromium"));
});

test.each<[NodeJS.Platform, Record<string, string>, string[]]>([
  ["linux", { PATH: "/a::/b/" }, ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable"].flatMap((name) => [`/a/${name}`, `/b/${name}`])],
  ["linux", {}, []],
  [
    "darwin", { HOME: "/h", PATH: "/a" },
    [
      ...["Google Chrome", "Chromium", "Microsoft Edge"].flatMap((app) => ["", "/h"].map((home) => `${home}/Applications/${app}.app/Contents/MacOS/${app}`)),
      ...["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable"].map((name) => `/a/${name}`),
    ],
  ],
  ["darwin", {}, ["Google Chrome", "Chromium", "Microsoft Edge"].flatMap((app) => ["/Applications", "/Applications"].map((root) => `${root}/${app}.app/Contents/MacOS/${app}`))],
  [
    "win32", { ProgramFiles: "C:\\P", "ProgramFiles(x86)": "C:\\P86", LocalAppData: "C:\\L", PATH: "C:\\a" },
    ["Google\\Chrome\\Application\\chrome.exe", "Chromium\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"].flatMap((path) => ["C:\\P", "C:\\P86", "C:\\L"].map((folder) => `${folder}\\${path}`)),
  ],
])("on %s with %j it looks in these places, in this order", (platform, environment, places) => {
  const asked: string[] = [];
  expect(findBrowser(environment, platform, (path) => (asked.push(path), false))).toBe(null);
  expect(asked).toEqual(places);
});
