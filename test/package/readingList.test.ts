/** The lesson's reading list in the README: its files, how long they are, and that they fit one sitting. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Lines that one sitting takes, docs included. */
const SITTING = 1200;
const rows = readingList("README.md");

interface Row {
  /** under src/nn, as it is shown */
  readonly file: string;
  /** what its name links to */
  readonly path: string;
  readonly lines: number;
}

function readingList(readme: string): { files: Row[]; total: number } {
  const [, list] = /<!-- lesson -->\n(.*)<!-- \/lesson -->/s.exec(readFileSync(readme, "utf8")) ?? [];
  if (list === undefined) throw new Error(`readingList: expected ${readme} to have a table between <!-- lesson --> and <!-- /lesson -->, got none`);
  const cells = list.trim().split("\n").slice(2).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
  const files = cells.slice(0, -1).map(([name, lines]) => {
    const [, file, path] = /^\[(.+)\]\((.+)\)$/.exec(name!) ?? [];
    return { file: file!, path: path!, lines: Number(lines) };
  });
  return { files, total: Number(/^\*\*(\d+)\*\*$/.exec(cells.at(-1)![1]!)?.[1]) };
}

const linesOf = (path: string) => (existsSync(path) ? readFileSync(path, "utf8").split("\n").length - 1 : undefined);

describe("the reading list", () => {
  test("gives each file of the lesson once, as long as it is", () => {
    expect(rows.files.length).toBeGreaterThan(15);
    expect(rows.files.map(({ path, lines }) => ({ path, lines }))).toEqual(rows.files.map(({ file }) => ({ path: `src/nn/${file}`, lines: linesOf(`src/nn/${file}`) })));
    expect(new Set(rows.files.map(({ path }) => path)).size).toBe(rows.files.length);
  });

  test("adds up, and fits one sitting", () => {
    expect(rows.total).toBe(rows.files.reduce((sum, { lines }) => sum + lines, 0));
    expect(rows.total).toBeLessThanOrEqual(SITTING);
  });

  test("has a file before those that import it", () => {
    const place = new Map(rows.files.map(({ path }, i) => [path, i]));
    const early = rows.files.flatMap(({ path }, i) => {
      const imports = [...readFileSync(path, "utf8").matchAll(/^import (?!type ).* from "(\.[^"]+)\.js";$/gm)].map(([, name]) => new URL(`${name}.ts`, `file:///${path}`).pathname.slice(1));
      return imports.filter((name) => (place.get(name) ?? i) > i).map((name) => `${path} before ${name}`);
    });
    expect(early).toEqual([]);
  });
});
