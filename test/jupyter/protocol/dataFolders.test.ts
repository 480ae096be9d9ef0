import { homedir, userInfo } from "node:os";
import { afterEach, describe, expect, it, test, vi } from "vitest";
import { homeFolder, jupyterDataDir, jupyterDataFolders } from "../../../src/jupyter/protocol/dataFolders.js";

afterEach(() => void vi.unstubAllEnvs());

const HOME = "/home/me";

describe("jupyterDataDir", () => {
  it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ["linux", {}, "/home/me/.local/share/jupyter"],
    ["linux", { XDG_DATA_HOME: "/data" }, "/data/jupyter"],
    ["darwin", {}, "/home/me/Library/Jupyter"],
    ["win32", { APPDATA: "C:\\appdata" }, "C:\\appdata\\jupyter"],
    ["win32", {}, "\\home\\me\\AppData\\Roaming\\jupyter"],
    ["darwin", { JUPYTER_DATA_DIR: "/own" }, "/own"],
  ])("finds the folder on %s with %j", (platform, env, folder) => {
    expect(jupyterDataDir(platform, env, HOME)).toBe(folder);
  });
});

test("Jupyter's folders by system, JUPYTER_PATH first", () => {
  const linux = jupyterDataFolders({ JUPYTER_PATH: "/one:/two", XDG_DATA_HOME: "/data" }, "linux");
  expect(linux).toEqual(["/one", "/two", "/data/jupyter", "/usr/local/share/jupyter", "/usr/share/jupyter"]);
  expect(jupyterDataFolders({ JUPYTER_DATA_DIR: "/mine" }, "darwin")[0]).toBe("/mine");
  expect(jupyterDataFolders({}, "darwin")[0]).toMatch(/Library\/Jupyter$/);
  const windows = jupyterDataFolders({ JUPYTER_PATH: "C:\\one;D:\\two", APPDATA: "roaming", PROGRAMDATA: "program" }, "win32");
  expect(windows).toEqual(["C:\\one", "D:\\two", "roaming\\jupyter", "program\\jupyter"]);
});

// Where the kernel is installed and where the runner looks for it must be one place.
test.each(["linux", "darwin", "win32"])("what is set to nothing counts as not set (%s)", (platform) => {
  const names = ["JUPYTER_PATH", "JUPYTER_DATA_DIR", "XDG_DATA_HOME", "APPDATA", "PROGRAMDATA"];
  const empty = Object.fromEntries(names.map((name) => [name, ""]));
  expect(jupyterDataFolders(empty, platform, HOME)).toEqual(jupyterDataFolders({}, platform, HOME));
  expect(jupyterDataFolders({}, platform, HOME)).toContain(jupyterDataDir(platform, empty, HOME));
});

test.skipIf(process.platform === "win32")("an empty HOME is the home that the system knows", () => {
  expect(homeFolder()).toBe(homedir());
  vi.stubEnv("HOME", "");
  expect(homeFolder()).toBe(userInfo().homedir);
});
