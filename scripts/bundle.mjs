/** Makes the files that load fast: of the library's many modules few for Node, of the compiler a short one, and of src/play one for pages. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import ts from "typescript";

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

// Of the declarations that every cell is compiled with, two thirds are comments, which only an editor's help asks for.
const COMMON = {
  "typescript/lib": [dirname(resolve("typescript")), /^lib\.(es|dom|decorators).*\.d\.ts$/],
  "@types/node": [dirname(resolve("@types/node/package.json")), /^(?!ts\d).*\.d\.ts$/],
};
const declarations = Object.entries(COMMON).map(([name, [folder, ending]]) => {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => ending.test(path));
  return [name, Object.fromEntries(paths.map((path) => [path.replaceAll("\\", "/"), withoutComments(readFileSync(join(folder, path), "utf8"))]))];
});
mkdirSync("dist/bundle", { recursive: true });
writeFileSync("dist/bundle/declarations.json", JSON.stringify(Object.fromEntries(declarations)).replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`));

/** Every declaration stays in its line, and what a file refers to stays too. */
function withoutComments(text) {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false, ts.LanguageVariant.Standard, text);
  // Braces that are open in each template, from the outermost to the innermost: a template goes on behind its own.
  const templates = [];
  let left = "";
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    if (kind === ts.SyntaxKind.CloseBraceToken && templates.at(-1) === 0) kind = scanner.reScanTemplateToken(false);
    if (kind === ts.SyntaxKind.TemplateHead) templates.push(0);
    else if (kind === ts.SyntaxKind.TemplateTail) templates.pop();
    else if (templates.length > 0) templates.push(templates.pop() + Number(kind === ts.SyntaxKind.OpenBraceToken) - Number(kind === ts.SyntaxKind.CloseBraceToken));
    const token = scanner.getTokenText();
    const isComment = kind === ts.SyntaxKind.MultiLineCommentTrivia || kind === ts.SyntaxKind.SingleLineCommentTrivia;
    left += isComment && !token.startsWith("/// <") ? token.replace(/[^\n]/g, "") : token;
  }
  return left;
}

await Promise.all([library, learner, compiler, play]);
