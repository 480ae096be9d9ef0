import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, vi } from "vitest";
import { openBrowser } from "../../../src/cli/lab/openBrowser.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

it.skipIf(process.platform === "win32")("opens a page that only this user can read, so that no list of processes shows the token", async () => {
  const folder = temporaryFolder();
  const [program, told] = [join(folder, "xdg-open"), join(folder, "told")];
  writeFileSync(program, `#!/bin/sh\necho "$@" > ${told}.part && mv ${told}.part ${told}\n`);
  chmodSync(program, 0o755);
  vi.stubEnv("PATH", `${folder}${delimiter}${process.env.PATH}`);
  const { close } = openBrowser("http://127.0.0.1:8888/tree?token=secret", join(folder, "own"), "linux");
  await expect.poll(() => existsSync(told), { timeout: 20_000 }).toBe(true);
  const shown = readFileSync(told, "utf8").trim();
  expect(shown).toMatch(/^file:\/\/\/.*open-\d+\.html$/);
  const page = fileURLToPath(shown);
  expect(statSync(page).mode & 0o777).toBe(0o600);
  expect(readFileSync(page, "utf8")).toContain('content="0; url=http://127.0.0.1:8888/tree?token=secret"');
  close();
  expect(existsSync(page)).toBe(false);
  vi.unstubAllEnvs();
});

it("goes on without a browser", () => {
  vi.stubEnv("PATH", temporaryFolder());
  expect(() => openBrowser("http://127.0.0.1:1/", temporaryFolder(), "linux").close()).not.toThrow();
  vi.unstubAllEnvs();
});
