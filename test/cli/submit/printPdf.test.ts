/** The PDF as its readers get it. Reads its text by pdftotext where that is installed. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { printPdf, snapFolder } from "../../../src/cli/submit/printPdf.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { browser } from "../pages/browser.js";
import { put } from "./sampleProject.js";

vi.setConfig({ testTimeout: 120_000 });

const folder = temporaryFolder();
const pdf = join(folder, "page.pdf");
const html = put(folder, "page.html", `<!doctype html><meta charset="utf-8"><title>T</title><style>@page { size: A4 } p { break-after: page }</style><p>첫 쪽</p><p>둘째 쪽</p>`);
const reader = spawnSync("pdftotext", ["-v"]).error === undefined;

test.skipIf(browser === undefined)("prints pages of A4 (needs a Chromium)", async () => {
  await printPdf({ browser: browser!, html, pdf });
  const bytes = readFileSync(pdf, "latin1");
  expect(bytes.slice(0, 5)).toBe("%PDF-");
  expect(bytes.match(/\/Type \/Page\b/g)).toHaveLength(2);
  expect(bytes).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
});

test.skipIf(browser === undefined || !reader)("text can be copied, Korean too (needs a Chromium and pdftotext)", async () => {
  await printPdf({ browser: browser!, html, pdf });
  const { stdout } = spawnSync("pdftotext", [pdf, "-"], { encoding: "utf8" });
  expect(stdout.split("\f").map((page) => page.replaceAll(/\s/g, ""))).toEqual(["첫쪽", "둘째쪽", ""]);
});

const script = (name: string, body: string): string => {
  const path = put(folder, name, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
};

test.skipIf(process.platform === "win32")("a browser that prints nothing, or half, is an error with what it said", async () => {
  const target = join(folder, "none.pdf");
  const mute = script("mute", "echo no display >&2; exit 1");
  await expect(printPdf({ browser: mute, html, pdf: target })).rejects.toThrow(
    new Error(`printPdf: expected ${mute} to print a PDF, got none: no display`),
  );
  const half = script("half", `printf '%%PDF-1.4 and no end' > ${target}`);
  await expect(printPdf({ browser: half, html, pdf: target })).rejects.toThrow(/ to print a PDF, got none: $/);
  expect(existsSync(target)).toBe(true);
});

test.skipIf(browser === undefined || process.platform === "win32")("a PDF of another page is an error (needs a Chromium)", async () => {
  const other = put(folder, "other.html", "<title>not there</title>");
  const blind = script("blind", `for a do shift; case "$a" in file:*) a="file://${other}";; esac; set -- "$@" "$a"; done; exec ${browser} "$@"`);
  const target = join(folder, "blind.pdf");
  await expect(printPdf({ browser: blind, html, pdf: target })).rejects.toThrow(`printPdf: expected ${blind} to print "T", got a PDF of "not there": it may not be allowed to see `);
});

test.skipIf(browser === undefined)("a title of any letters is known (needs a Chromium)", async () => {
  for (const title of ["과제 (1) \\ &lt;b&gt; &amp; &quot;q&quot;", "(a) \\ b) &amp;", "  two \n words "]) {
    const titled = put(folder, "titled.html", `<!doctype html><meta charset="utf-8"><title>${title}</title><p>1</p>`);
    await expect(printPdf({ browser: browser!, html: titled, pdf })).resolves.toBeUndefined();
  }
});

test("a program that cannot start is an error", async () => {
  await expect(printPdf({ browser: join(folder, "gone"), html, pdf })).rejects.toThrow(
    /^printPdf: expected .*gone to start, got: spawn .*ENOENT$/,
  );
});

test.skipIf(process.platform === "win32")("an interrupt ends the browser", async () => {
  const stop = new AbortController();
  const printing = printPdf({ browser: script("slow", "exec sleep 60"), html, pdf, signal: stop.signal });
  stop.abort();
  await expect(printing).rejects.toThrow(new Error("printPdf: stopped, nothing written"));
});

test.skipIf(process.platform === "win32")("without a sandbox only where told, and what to do where there is none", async () => {
  const target = join(folder, "words.pdf");
  const echo = script("echo", `echo "$@" > ${folder}/words; printf '%%PDF-1.4 /Title (T) %%%%EOF' > ${target}`);
  await printPdf({ browser: echo, html, pdf: target, sandbox: false });
  expect(readFileSync(join(folder, "words"), "utf8")).toMatch(/--disable-dev-shm-usage .*--no-sandbox/);
  const barred = script("barred", "echo 'FATAL: No usable sandbox! Update your kernel' >&2; exit 1");
  await expect(printPdf({ browser: barred, html, pdf: join(folder, "barred.pdf") })).rejects.toThrow(/allows the browser no sandbox.*: add --no-sandbox$/);
});

test("a browser from a snap works in the folder that it sees", () => {
  expect(snapFolder("/snap/bin/chromium", "/home/ada")).toBe(join("/home/ada", "snap", "chromium", "common"));
  expect(snapFolder("/usr/bin/chromium", "/home/ada")).toBe(null);
});
