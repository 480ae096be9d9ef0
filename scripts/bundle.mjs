/** Makes the files that load fast: of the library's many modules few for Node, of the compiler a short one, and of src/play one for pages. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { build } from "esbuild";

const { resolve } = createRequire(import.meta.url);
/** What students get has no grader. */
const hasGrader = existsSync("dist/study/grading");

// What a program of Node's imports, and the threads' programs, which share its parts. A file of some two hundred modules
// loads in less than half of their time. The folder is as deep as host/node, whose modules ask where they are.
const library = build({
  entryPoints: {
    index: "dist/index.js",
    study: "dist/study/index.js",
    notebook: "dist/notebook/index.js",
    trialWorker: "dist/study/sweep/trialWorker.js",
    gapWorker: "dist/study/experiments/gapWorker.js",
    ...(hasGrader && { checker: "dist/study/grading/checker.js" }),
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

// The program of a learner's process, in one file: it may read no other, and is started for each exercise of a class.
const learner = hasGrader && build({
  entryPoints: ["dist/study/grading/learner.js"],
  outfile: "dist/bundle/learner.mjs",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  keepNames: true,
  logLevel: "warning",
});

// The compiler as the kernel loads it: in 60 % of the time, since it has 40 % of the length and one byte for a character.
const compiler = build({
  entryPoints: [resolve("typescript")],
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

await Promise.all([library, learner, compiler, play]);
