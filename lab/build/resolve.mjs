/** Two ways in which imports go elsewhere than to the file of their name. */
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { lab } from "./place.mjs";

/**
 * Packages that the page does without. `ajv` compiles schemas with `eval`, which the page forbids; the forms that
 * need it are not there. Diagrams, MathJax and an old icon font are ten times the size of the rest.
 */
const UNUSED = /^(ajv|ajv-formats|mermaid|elkjs|mathjax-full|speech-rule-engine|@mermaid-js\/layout-elk|@fortawesome\/fontawesome-free|@rjsf\/[^/]+)(\/|$)/;
/** Languages whose colours no cell and no file of the course has. */
const LANGUAGE = /^@codemirror\/(lang-|legacy-modes\/mode\/)([^/]+)$/;
const KNOWN_LANGUAGES = new Set(["css", "html", "javascript", "json", "markdown", "python", "shell", "stex"]);

/** @type {import("esbuild").Plugin} */
export const stubs = {
  name: "stubs",
  setup(build) {
    const empty = (args) => ({ path: args.path, namespace: "stub" });
    build.onResolve({ filter: UNUSED }, empty);
    build.onResolve({ filter: LANGUAGE }, (args) => (KNOWN_LANGUAGES.has(LANGUAGE.exec(args.path)[2]) ? undefined : empty(args)));
    // An object of CommonJS: whatever name is imported from it is undefined, rather than an error of the bundler.
    build.onLoad({ filter: /.*/, namespace: "stub" }, () => ({ contents: "module.exports = {}", loader: "js" }));
  },
};

/**
 * An SVG is text where a script imports it (icons are put into the page), and a data URL in a style sheet.
 *
 * @type {import("esbuild").Plugin}
 */
export const pictures = {
  name: "pictures",
  setup(build) {
    build.onResolve({ filter: /^~/ }, ({ path, ...rest }) => build.resolve(path.slice(1), { resolveDir: rest.resolveDir, kind: rest.kind }));
    build.onResolve({ filter: /\.svg$/ }, ({ path, kind, importer }) => ({
      // Names within this folder: the bundler's sums must not depend on where it lies.
      path: relative(lab, join(dirname(importer), path)).replaceAll("\\", "/"),
      namespace: kind === "url-token" ? "picture-url" : "picture-text",
    }));
    build.onLoad({ filter: /.*/, namespace: "picture-url" }, ({ path }) => ({ contents: readFileSync(join(lab, path)), loader: "dataurl" }));
    build.onLoad({ filter: /.*/, namespace: "picture-text" }, ({ path }) => ({ contents: readFileSync(join(lab, path)), loader: "text" }));
  },
};
