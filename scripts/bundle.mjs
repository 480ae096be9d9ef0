/** Makes the files that load fast: of the library's many modules few for Node, of the compiler a short one, and of src/play one for pages. */
import { createRequire } from "node:module";
import { build } from "esbuild";

// What a program of Node's imports, and the threads' programs, which share its parts. A file of some two hundred modules
// loads in a third of their time. The folder is as deep as host/node, whose modules ask where they are.
const library = build({
  entryPoints: {
    index: "dist/index.js",
    study: "dist/study/index.js",
    notebook: "dist/notebook/index.js",
    trialWorker: "dist/study/sweep/trialWorker.js",
    gapWorker: "dist/study/experiments/gapWorker.js",
    checker: "dist/study/grading/checker.js",
  },
  outdir: "dist/bundle/node",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // Left out is what is loaded seldom, and, as tests put another in its place, what says where the threads' programs are.
  external: ["piscina", "tar-stream", "#workers/programs"],
  // Names of functions and classes reach the students.
  keepNames: true,
  sourcemap: true,
  logLevel: "warning",
});

// The compiler as the kernel loads it: in 60 % of the time, since it has 40 % of the length and one byte for a character.
const compiler = build({
  entryPoints: [createRequire(import.meta.url).resolve("typescript")],
  outfile: "dist/bundle/typescript.cjs",
  minify: true,
  charset: "ascii",
  format: "cjs",
  platform: "node",
  target: "node20",
  logLevel: "warning",
});

const play = build({
  entryPoints: ["src/play/page.ts"],
  outfile: "dist/play/page.min.js",
  bundle: true,
  minify: true,
  // An inline script in a page of any encoding.
  charset: "ascii",
  format: "iife",
  target: "es2022",
  logLevel: "warning",
});

await Promise.all([library, compiler, play]);
