import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fillHandIn, refuseForeignFiles } from "../../../src/cli/submit/handInFolder.js";
import { generator } from "../../../src/cli/submit/submissionPage.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { put } from "./sampleProject.js";

const html = `<!doctype html>\n${generator}`;
const write = (files: Record<string, string>) => async (work: string) => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(work, name), text);
};

test("files appear when all are written, and one without a successor goes", async () => {
  const folder = join(temporaryFolder(), "new");
  const first = await fillHandIn(folder, async (work) => {
    await write({ "submission.html": html, "submission.pdf": "pdf", "submission.zip": "zip" })(work);
    expect(existsSync(join(folder, "submission.html"))).toBe(false);
  });
  expect(first).toEqual(["html", "pdf", "zip"].map((kind) => join(folder, `submission.${kind}`)));
  put(folder, "mine.txt", "mine");
  await fillHandIn(folder, write({ "submission.html": html, "submission.zip": "second" }));
  expect(readdirSync(folder).sort()).toEqual(["mine.txt", "submission.html", "submission.zip"]);
  expect(readFileSync(join(folder, "submission.zip"), "utf8")).toBe("second");
});

test("a failure leaves what was there", async () => {
  const folder = temporaryFolder();
  await fillHandIn(folder, write({ "submission.html": html }));
  const failing = fillHandIn(folder, async (work) => {
    await write({ "submission.html": "half" })(work);
    throw new Error("disk full");
  });
  await expect(failing).rejects.toThrow(new Error("disk full"));
  expect(readdirSync(folder)).toEqual(["submission.html"]);
  expect(readFileSync(join(folder, "submission.html"), "utf8")).toBe(html);
});

test("a place that is no folder is told of, and stays", async () => {
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "mine");
  await expect(fillHandIn(join(file, "out"), write({}))).rejects.toThrow(/^fillHandIn: expected to write into .*out, got: ENOTDIR: .*; make room, or choose another folder with --out\. An earlier hand-in is as it was$/);
  expect(readFileSync(file, "utf8")).toBe("mine");
});

test("a disk that is full is told of, with what to do", async () => {
  const folder = temporaryFolder();
  await fillHandIn(folder, write({ "submission.html": html }));
  const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", syscall: "write" });
  await expect(fillHandIn(folder, () => Promise.reject(full))).rejects.toThrow(
    new Error(
      `fillHandIn: expected to write into ${folder}, got: ENOSPC: no space left on device, write; make room, or choose another folder with --out. An earlier hand-in is as it was`,
    ),
  );
  expect(readdirSync(folder)).toEqual(["submission.html"]);
});

test("leftovers of a process that has ended are removed, those of a running one stay", async () => {
  const folder = temporaryFolder();
  // larger than any system's ids
  mkdirSync(join(folder, "submission-99999999.tmp"));
  mkdirSync(join(folder, `submission-${process.ppid}.tmp`));
  put(folder, `submission-${process.pid}.tmp/submission.pdf`, "of an earlier process with this id");
  await fillHandIn(folder, write({}));
  expect(readdirSync(folder)).toEqual([`submission-${process.ppid}.tmp`]);
});

test("files of the same names that are not ours are refused", async () => {
  const folder = temporaryFolder();
  expect(() => refuseForeignFiles(folder)).not.toThrow();
  put(folder, "submission.pdf", "my thesis");
  const error = (files: string) =>
    new Error(
      `refuseForeignFiles: expected ${folder} to be empty or to hold an earlier hand-in, got ${files} of another origin; choose another --out or move them away`,
    );
  expect(() => refuseForeignFiles(folder)).toThrow(error("submission.pdf"));
  put(folder, "submission.html", "<p>mine</p>");
  expect(() => refuseForeignFiles(folder)).toThrow(error("submission.html, submission.pdf"));
  put(folder, "submission.html", html);
  expect(() => refuseForeignFiles(folder)).not.toThrow();
});

test("a file that cannot be replaced is named, with what to do", async () => {
  const folder = temporaryFolder();
  // a folder of the name stands in the way
  put(folder, "submission.zip/inside", "x");
  const advice = /^fillHandIn: expected to replace .*submission\.zip, got: .+; close submission\.zip where it is open, then try again$/;
  await expect(fillHandIn(folder, write({ "submission.zip": "new" }))).rejects.toThrow(advice);
  expect(readdirSync(folder)).toEqual(["submission.zip"]);
});

test("of our own page only the beginning is looked at", () => {
  const folder = temporaryFolder();
  put(folder, "submission.html", `${" ".repeat(1000 - generator.length)}${generator}`);
  expect(() => refuseForeignFiles(folder)).not.toThrow();
  put(folder, "submission.html", `${" ".repeat(1001 - generator.length)}${generator}`);
  expect(() => refuseForeignFiles(folder)).toThrow(/got submission\.html of another origin/);
});
