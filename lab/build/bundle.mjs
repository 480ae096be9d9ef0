/** Bundles the page with esbuild, the one that vite brings. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { locale } from "./locale.mjs";
import { packagesOf } from "./packagesOf.mjs";
import { pictures, stubs } from "./resolve.mjs";

const THEMES = ["light", "dark"];

/**
 * @param {string} lab the folder of the front end's package
 * @returns files by their path in the zip, the packages they come from, and the bundler's version
 */
export async function bundle(lab) {
  const page = await esbuild.build({
    ...settings(lab),
    entryPoints: { main: join(lab, "src/main.ts") },
    outdir: join(lab, "out/static"),
    format: "esm",
    splitting: true,
    chunkNames: "chunk-[hash]",
    target: "es2022",
    inject: [join(lab, "src/host/process.ts")],
  });
  const themes = await esbuild.build({
    ...settings(lab),
    entryPoints: Object.fromEntries(THEMES.map((name) => [`@jupyterlab/theme-${name}-extension/index`,
    join(lab, `node_modules/@jupyterlab/theme-${name}-extension/style/theme.css`)])),
    outdir: join(lab, "out/themes"),
  });
  const files = new Map();
  for (const { path, contents } of [...page.outputFiles, ...themes.outputFiles]) {
    files.set(path.slice(join(lab, "out/").length).replaceAll("\\", "/"), contents);
  }
  files.set("locales/ko.json", JSON.stringify(locale(JSON.parse(readFileSync(join(lab, "src/locales/ko.json"), "utf8")), "ko-KR")));
  for (const icon of readdirSync(join(lab, "src/favicons"))) files.set(`static/favicons/${icon}`, readFileSync(join(lab, "src/favicons", icon)));
  const packages = packagesOf(lab, [page.metafile, themes.metafile]);
  return { files, packages, esbuild: esbuild.version, metafile: page.metafile };
}

function settings(lab) {
  return {
    absWorkingDir: lab,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    logLevel: "error",
    legalComments: "none",
    assetNames: "[name]-[hash]",
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    alias: {
      // Markdown with a picture or a link asks for Node's path.
      path: "path-browserify",
    },
    loader: { ".woff2": "file", ".woff": "empty", ".ttf": "empty", ".eot": "empty", ".png": "dataurl", ".gif": "dataurl" },
    plugins: [stubs, pictures],
  };
}
