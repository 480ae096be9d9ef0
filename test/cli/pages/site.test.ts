import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hrefFrom, neighbours, relocator, type Site, siteOf } from "../../../src/cli/pages/site.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";

const site: Site = {
  out: join("/p", "out"),
  notebooks: join("/p", "notebooks"),
  names: ["a", "b", "c", "ko/a", "ko/b"],
};

test("a site has the given names and what earlier runs left, those of folders last", () => {
  const out = temporaryFolder();
  mkdirSync(join(out, "ko"));
  for (const file of ["z.ipynb", "z.html", "ko/a.ipynb", "ko/a.html", "half.ipynb", "index.html"])
    writeFileSync(join(out, file), "");
  expect(siteOf(out, "n", ["ko/c", "b"])).toEqual({ out, notebooks: "n", names: ["b", "z", "ko/a", "ko/c"] });
  expect(siteOf(join(out, "absent"), "n", ["b"]).names).toEqual(["b"]);
});

test("neighbours are of the same folder", () => {
  expect(neighbours(site, "a")).toEqual({ previous: null, next: "b" });
  expect(neighbours(site, "b")).toEqual({ previous: "a", next: "c" });
  expect(neighbours(site, "c")).toEqual({ previous: "b", next: null });
  expect(neighbours(site, "ko/b")).toEqual({ previous: "ko/a", next: null });
});

test("ways from page to page", () => {
  expect(hrefFrom("a", "b c.html")).toBe("b%20c.html");
  expect(hrefFrom("ko/a", "index.html")).toBe("../index.html");
  expect(hrefFrom("ko/a", "assets")).toBe("../assets");
  expect(hrefFrom("index", "ko/a.html")).toBe("ko/a.html");
  expect(hrefFrom("assets/a", "assets")).toBe(".");
});

test.each([
  ["b.ipynb", "b.html"],
  ["b.ipynb#Part-1", "b.html#Part-1"],
  ["ko/a.ipynb", "ko/a.html"],
  ["unknown.ipynb", "../notebooks/unknown.ipynb"],
  ["../README.md?x#y", "../README.md?x#y"],
  ["pictures/p%20q.png", "../notebooks/pictures/p%20q.png"],
  ["homework%20%231.ipynb", "../notebooks/homework%20%231.ipynb"],
  ["why%3F.png?x#y", "../notebooks/why%3F.png?x#y"],
  ["100%.png", "../notebooks/100%25.png"],
  [" b.ipynb ", "b.html"],
  ["half%ED%A0%80\ud800.png", "../notebooks/half%25ED%25A0%2580%EF%BF%BD.png"],
  ["b", "../notebooks/b"],
  ["b.ipynb/c", "../notebooks/b.ipynb/c"],
  ["b.ipynb.ipynb", "../notebooks/b.ipynb.ipynb"],
  ["?x", "?x"],
  ["b.ipynb?x\ny#z", "b.html?x\ny#z"],
  ["/b.ipynb", "/b.ipynb"],
  ["#top", "#top"],
  ["https://x.org/b.ipynb", "https://x.org/b.ipynb"],
  ["mailto:a@b.c", "mailto:a@b.c"],
])("%s beside a notebook is %s on its page", (url, expected) => {
  expect(relocator(site, site.notebooks, "a")(url)).toBe(expected);
});

test.each(["homework #1", "why?", "100%", "a:b", "a&b", "it's", '"q"', "[x]", "한글", "é", "x.ipynb"])("a name such as %s leads to its page and no other", (name) => {
  const page = new URL(hrefFrom("index", `${name}.html`), "https://x.org/out/index.html");
  expect([page.origin, decodeURIComponent(page.pathname), page.search, page.hash]).toEqual(["https://x.org", `/out/${name}.html`, "", ""]);
  const named: Site = { ...site, names: [...site.names, name] };
  expect(relocator(named, site.notebooks, "a")(`${encodeURIComponent(name)}.ipynb#part`)).toBe(`${hrefFrom("a", `${name}.html`)}#part`);
});

test("the same from a page in a folder", () => {
  const relocate = relocator(site, join(site.notebooks, "ko"), "ko/a");
  expect(["b.ipynb", "../c.ipynb", "p.png"].map(relocate)).toEqual(["b.html", "../c.html", "../../notebooks/ko/p.png"]);
});

test("a page without its notebook is none of the site, nor is a file of another kind", () => {
  const out = temporaryFolder();
  mkdirSync(join(out, "ko", "deep"), { recursive: true });
  for (const file of ["a.html", "b.txt", "b.html", "ko/x.html", "ko/deep/c.ipynb", "ko/deep/c.html", "d.ipynb", "d.html", "a-notes"]) writeFileSync(join(out, file), "");
  expect(siteOf(out, "n", ["d"]).names).toEqual(["d"]);
});
