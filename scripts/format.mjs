/**
 * TypeScript's own formatter, the one VS Code uses, over all code that Git knows: indentation and
 * spacing; line breaks stay with the author.
 *
 * `node scripts/format.mjs [files]` rewrites files, `--check` names those that differ and exits with 1.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import ts from "typescript";

const ALL_CODE = ["*.ts", "*.mjs"];

const SETTINGS = {
  ...ts.getDefaultFormatCodeSettings("\n"),
  indentSize: 2,
  insertSpaceAfterFunctionKeywordForAnonymousFunctions: true,
  insertSpaceAfterOpeningAndBeforeClosingEmptyBraces: false,
};

const check = process.argv.includes("--check");
const named = process.argv.slice(2).filter((argument) => argument !== "--check");
const untidy = codeFiles().filter((path) => {
  const text = readFileSync(path, "utf8");
  const tidy = formatted(path, text);
  if (!check && tidy !== text) writeFileSync(path, tidy);
  return tidy !== text;
});
for (const path of untidy) console.log(check ? `${path}: not formatted` : `${path}: formatted`);
if (check && untidy.length > 0) {
  console.log("run `npm run format`");
  process.exitCode = 1;
}

function codeFiles() {
  const patterns = named.length > 0 ? named : ALL_CODE;
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...patterns], { encoding: "utf8" });
  return listed.split("\n").filter((path) => path !== "" && existsSync(path));
}

function formatted(path, text) {
  return applied(editsOf(path, text), text).replace(/\n*$/, "\n");
}

function editsOf(path, text) {
  const host = {
    getCompilationSettings: () => ({ allowJs: true }),
    getCurrentDirectory: () => ".",
    getDefaultLibFileName: () => "",
    getScriptFileNames: () => [path],
    getScriptSnapshot: () => ts.ScriptSnapshot.fromString(text),
    getScriptVersion: () => "",
    fileExists: () => false,
    readFile: () => undefined,
  };
  const service = ts.createLanguageService(host, undefined, ts.LanguageServiceMode.Syntactic);
  return service.getFormattingEditsForDocument(path, SETTINGS);
}

/** From the last edit to the first, so that each finds its place. */
function applied(edits, text) {
  return edits.reduceRight((result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.start + span.length), text);
}
