/** The files that pages share: KaTeX's style and fonts, and plotly.js where a page draws by it. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { replaceFile } from "../replaceFile.js";

const require = createRequire(import.meta.url);

/** Puts KaTeX into the folder `assets` of the pages, with the one font format that browsers read. */
export function writeMathAssets(out: string): void {
  const source = dirname(require.resolve("katex/dist/katex.min.css"));
  const target = join(out, "assets", "katex");
  const style = readFileSync(join(source, "katex.min.css"), "utf8");
  replaceFile(join(target, "katex.min.css"), style.replaceAll(/,url\([^)]*\.(woff|ttf)\) format\("\w+"\)/g, ""));
  mkdirSync(join(target, "fonts"), { recursive: true });
  for (const font of readdirSync(join(source, "fonts")).filter((file) => file.endsWith(".woff2"))) {
    copyOnce(join(source, "fonts", font), join(target, "fonts", font));
  }
}

/** Puts plotly.js there. */
export function writePlotAssets(out: string): void {
  mkdirSync(join(out, "assets"), { recursive: true });
  copyOnce(require.resolve("plotly.js-cartesian-dist-min"), join(out, "assets", "plotly.min.js"));
}

function copyOnce(source: string, target: string): void {
  if (!existsSync(target)) copyFileSync(source, target);
}
