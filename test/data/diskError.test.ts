import { expect, it } from "vitest";
import { diskError } from "../../src/data/partialFile.js";

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: trouble, write`), { code, syscall: "write" });
}

it.each(["ENOSPC", "EDQUOT", "EFBIG"])("%s asks for room", (code) => {
  const error = systemError(code);
  const told = diskError("unpackArchive", "/data/x", error) as Error;
  expect(told.message).toBe(
    `unpackArchive: expected to write /data/x, got ${code}: trouble, write; free 400 MB, or choose a folder on another disk with --dir, then run the same command again`,
  );
  expect(told.cause).toBe(error);
});

it.each(["EACCES", "EROFS"])("%s asks for another folder", (code) => {
  expect((diskError("downloadFile", "/data/x", systemError(code)) as Error).message).toBe(
    `downloadFile: expected to write /data/x, got ${code}: trouble, write; choose another folder with --dir`,
  );
});

it("leaves other errors as they are", () => {
  const zlib = Object.assign(new Error("incorrect header check"), { code: "Z_DATA_ERROR" });
  const plain = new Error("plain");
  const withoutCode = Object.assign(new Error("plain"), { syscall: "write" });
  expect(diskError("f", "/data/x", zlib)).toBe(zlib);
  expect(diskError("f", "/data/x", plain)).toBe(plain);
  expect(diskError("f", "/data/x", withoutCode)).toBe(withoutCode);
});
