/** Large files as a worker reads them: with stand-ins for what only a worker has. */
import { describe, expect, it } from "vitest";
import { largeFiles } from "../../../src/jupyter/worker/largeFiles.js";

/** Stands for a part of a file that the browser keeps. */
class Part extends Blob {
  readonly content: Uint8Array;

  constructor(content: Uint8Array) {
    super([content as Uint8Array<ArrayBuffer>]);
    this.content = content;
  }

  override slice(from?: number, to?: number): Part {
    return new Part(this.content.slice(from, to));
  }
}

function scope(answer: { status: number; response: Blob | null } | Error) {
  const asked: string[] = [];
  const FileReaderSync = class {
    readAsArrayBuffer(blob: Blob): ArrayBuffer {
      return (blob as Part).content.slice().buffer as ArrayBuffer;
    }
  };
  const XMLHttpRequest = class {
    responseType = "blob" as const;
    status = 0;
    response: Blob | null = null;
    open(_method: string, address: string): void {
      asked.push(address);
    }
    send(): void {
      if (answer instanceof Error) throw answer;
      Object.assign(this, answer);
    }
  };
  return { asked, FileReaderSync, XMLHttpRequest };
}

const PART = new Part(Uint8Array.of(1, 2, 3, 4));
const ON_SITE = new Map([["folder/a.bin", { address: "https://here/a.bin", size: 4 }]]);

describe("large files", () => {
  it("that the browser keeps are read in parts, and from nowhere else", () => {
    const own = scope(new Error("no network"));
    const file = largeFiles(new Map([["folder/a.bin", PART]]), own).get("/folder/a.bin")!;
    expect([file.size, Array.from(file.read(1, 3)), own.asked]).toEqual([4, [2, 3], []]);
  });

  it("of the site are asked for when they are first read, once", () => {
    const own = scope({ status: 200, response: PART });
    const file = largeFiles(ON_SITE, own).get("/folder/a.bin")!;
    expect([file.size, own.asked]).toEqual([4, []]);
    expect([Array.from(file.read(0, 2)), Array.from(file.read(2, 4)), own.asked]).toEqual([[1, 2], [3, 4], ["https://here/a.bin"]]);
  });

  it.each([
    [{ status: 404, response: new Blob() }, "status 404"],
    [{ status: 200, response: PART.slice(0, 3) }, "3 bytes of 4"],
    [new Error("a network error"), "a network error"],
  ])("that do not come say why: %o", (answer, found) => {
    const file = largeFiles(ON_SITE, scope(answer)).get("/folder/a.bin")!;
    expect(() => file.read(0, 1)).toThrow(new Error(`folder/a.bin could not be loaded from this site: ${found}; is the network there? Run the cell again`));
  });
});
