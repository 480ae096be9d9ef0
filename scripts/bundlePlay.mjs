/** Makes dist/play/page.min.js, the one script of src/play for pages, with the part of the library that it uses. */
import { build } from "esbuild";

await build({
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
