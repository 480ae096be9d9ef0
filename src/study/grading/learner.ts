/**
 * The program of a learner's process: it has the code of one hand-in and the arrays of the library, and answers
 * calls. It knows no check, no expected value, no layer of the library, and nobody else.
 */
import { readSync, writeSync } from "node:fs";
import { arange, array, full, linspace, ones, zeros } from "../../numeric/array/create.js";
import { matmul } from "../../numeric/array/linearAlgebra.js";
import { NDArray } from "../../numeric/array/ndarray.js";
import { useBackend } from "../../numeric/engine/backend.js";
import { formatExponent, formatFixed, formatRepr } from "../../numeric/print/number.js";
import { RandomState } from "../../numeric/random/randomState.js";
import { Bridge, type Lines } from "./bridge.js";

/** A stub's error, which the checks know by its name: their own brings words of which nothing is needed here. */
function stubError(subject: string): Error {
  return Object.assign(new Error(subject), { name: "NotWrittenError", subject });
}

function notWritten(subject: string): never {
  throw stubError(subject);
}

/** What the code may take from the library; everything else of it answers the exercises. */
const library: Readonly<Record<string, unknown>> = {
  arange, array, full, linspace, ones, zeros, matmul, NDArray, RandomState, formatExponent, formatFixed, formatRepr, notWritten,
};

/** Where the grader has left the line to itself. */
const LINE = 3;
const CHUNK = 65_536;

function linesOf(file: number): Lines {
  const chunk = Buffer.alloc(CHUNK);
  let parts: Buffer[] = [];
  let rest = Buffer.alloc(0);
  return {
    send(line) {
      const bytes = Buffer.from(`${line}\n`);
      for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    },
    receive() {
      for (; ;) {
        const end = rest.indexOf(10);
        if (end >= 0) {
          const line = Buffer.concat([...parts, rest.subarray(0, end)]).toString("utf8");
          rest = rest.subarray(end + 1);
          parts = [];
          return line;
        }
        parts.push(rest);
        const length = readSync(file, chunk);
        if (length === 0) process.exit(0);
        rest = Buffer.from(chunk.subarray(0, length));
      }
    },
  };
}

/** What the code gets for a name of the library that it may not have. */
function withheld(name: string): unknown {
  const stub = (): never => {
    throw new Error(`${name} of the library is not there where exercises are graded: write it yourself`);
  };
  return Object.defineProperty(stub, "name", { value: name });
}

/**
 * Runs the declarations and gives the functions that are asked for.
 *
 * @param code an arrow function that takes the library's names, and returns the functions by name
 * @param names of the library, as the code calls them
 */
function load(code: string, names: Readonly<Record<string, string>>): unknown {
  const given = Object.entries(names).map(([local, name]) => [local, name === "*" ? library : (library[name] ?? withheld(name))]);
  // eval in the global scope: nothing of this program is in reach by name
  return ((0, eval)(code) as (given: object) => unknown)(Object.fromEntries(given));
}

useBackend("plain");
// Node's permissions leave signals and, before 25, the network open. What leads to them is taken away here; an import
// never comes, as this program waits for its next call without a turn of the event loop.
Object.assign(process, { kill: undefined, _kill: undefined, _debugProcess: undefined, abort: undefined, binding: undefined, _linkedBinding: undefined, dlopen: undefined, getBuiltinModule: undefined });
new Bridge(linesOf(LINE), -1, stubError).serve(load);
