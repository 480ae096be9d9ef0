import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { discardPartial, notedVersion, noteVersion, partialSize } from "../../src/data/partialFile.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";

const URL = "http://a.example/file";
const DATE = "Sun, 01 Nov 2009 10:00:00 GMT";

it("knows the size of what is there", () => {
  const path = join(temporaryFolder(), "file");
  expect(partialSize(path)).toBe(0);
  writeFileSync(path, "12345");
  expect(partialSize(path)).toBe(5);
});

it.each([
  [{ etag: '"v1"', "last-modified": DATE }, '"v1"'],
  [{ etag: 'W/"v1"', "last-modified": DATE }, DATE],
  [{ etag: 'W/"v1"' }, undefined],
  [{}, undefined],
])("notes of %o the version %s, for its address alone", (headers, version) => {
  const path = join(temporaryFolder(), "file");
  noteVersion(path, URL, new Headers({ etag: '"earlier"' }));
  noteVersion(path, URL, new Headers(headers as Record<string, string>));
  expect(notedVersion(path, URL)).toBe(version);
  expect(notedVersion(path, `${URL}2`)).toBeUndefined();
});

it.each(["", "{", "null", "[]", '{"url":"http://a.example/file","version":7}'])("takes the note %j for none", (note) => {
  const path = join(temporaryFolder(), "file");
  writeFileSync(`${path}.json`, note);
  expect(notedVersion(path, URL)).toBeUndefined();
});

it("discards file and note", () => {
  const path = join(temporaryFolder(), "file");
  writeFileSync(path, "12345");
  noteVersion(path, URL, new Headers({ etag: '"v1"' }));
  expect(JSON.parse(readFileSync(`${path}.json`, "utf8"))).toEqual({ url: URL, version: '"v1"' });
  discardPartial(path);
  discardPartial(path);
  expect([existsSync(path), existsSync(`${path}.json`)]).toEqual([false, false]);
});
