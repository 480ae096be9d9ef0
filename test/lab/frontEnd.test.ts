import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";

const REPOSITORY = join(import.meta.dirname, "../..");
const LAB = join(REPOSITORY, "lab");

/** Two copies of one of these, and parts of the page do not find each other. */
const SINGLETONS = /^(@jupyterlab|@jupyter-notebook|@jupyter|@lumino|@codemirror|@lezer)\/|^(react|react-dom|yjs|katex)$/;

describe("the committed front end", () => {
  const zip = readFileSync(join(LAB, "front-end.zip"));
  const files = unzipSync(zip);
  const lock = JSON.parse(readFileSync(join(LAB, "package-lock.json"), "utf8")) as { packages: Record<string, { version: string; resolved?: string; link?: boolean }> };

  test("is whole, and made from the sources beside it", () => {
    const said = execFileSync(process.execPath, [join(LAB, "build.mjs"), "--check"], { encoding: "utf8" });
    expect(said).toBe("lab/front-end.zip: whole, and made from these sources\n");
  });

  test("is under 2 MB, with what the server asks for", () => {
    expect(zip.length).toBeLessThan(2_000_000);
    for (const name of ["static/main.js", "static/main.css", "schemas.json", "locales/ko.json", "static/favicons/favicon.ico",
      "themes/@jupyterlab/theme-light-extension/index.css", "themes/@jupyterlab/theme-dark-extension/index.css"]) {
      expect(files, name).toHaveProperty([name]);
    }
  });

  test("holds the licence of each package", () => {
    const licences = strFromU8(files["static/LICENSES.txt"]!);
    const packages = [...licences.matchAll(/^={80}\n(\S+) (\S+): (.+)$/gm)];
    expect(packages.length).toBeGreaterThan(150);
    for (const name of ["@jupyterlab/notebook", "@jupyter-notebook/application", "@lumino/widgets", "react", "katex", "yjs"]) {
      expect(packages.map(([, found]) => found)).toContain(name);
    }
    for (const [, name, , licence] of packages) expect(licence, name).toMatch(/^\(?(BSD-[23]-Clause|MIT|ISC|0BSD|Apache-2\.0)/);
  });

  test("has one copy of each package that must be one, at exact versions, from the registry alone", () => {
    const copies = Object.keys(lock.packages).filter((path) => /node_modules\/.*node_modules\//.test(path)).map((path) => path.replace(/^.*node_modules\//, ""));
    expect(copies.filter((name) => SINGLETONS.test(name))).toEqual([]);
    const { dependencies } = JSON.parse(readFileSync(join(LAB, "package.json"), "utf8")) as { dependencies: Record<string, string> };
    for (const [name, version] of Object.entries(dependencies)) expect(version, name).toMatch(/^(\d+\.\d+\.\d+|file:empty)$/);
    for (const [path, { resolved }] of Object.entries(lock.packages)) expect(resolved ?? "empty", path).toBe("empty");
  });

  test("is refused where a file, a sum or a source is another", () => {
    const root = temporaryFolder();
    const lab = join(root, "lab");
    cpSync(LAB, lab, { recursive: true, filter: (path) => !path.includes("node_modules") });
    cpSync(join(REPOSITORY, "node_modules/fflate"), join(root, "node_modules/fflate"), { recursive: true });
    const check = () => spawnSync(process.execPath, [join(lab, "build.mjs"), "--check"], { encoding: "utf8" });
    expect(check().status).toBe(0);
    writeFileSync(join(lab, "front-end.zip"), zipSync({ ...files, "static/main.css": new Uint8Array([32]) }));
    expect(check()).toMatchObject({ status: 1, stderr: "lab/front-end.zip: static/main.css is not what sums.json says\n" });
    writeFileSync(join(lab, "front-end.zip"), zip);
    writeFileSync(join(lab, "src/main.ts"), "// another\n");
    expect(check()).toMatchObject({ status: 1, stderr: "lab/front-end.zip was made from other sources than those in lab/: run `npm run lab:build` and commit lab/front-end.zip\n" });
  });
});
