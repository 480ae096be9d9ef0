/** The files that pages share: KaTeX's style and fonts, and plotly.js where a page draws by it. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { scriptSource } from "../../jupyter/display/html.js";
import { writeFileAtomic } from "../../host/node/writeFileAtomic.js";

const require = createRequire(import.meta.url);

/** Puts KaTeX into the folder `assets` of the pages, with the one font format that browsers read. */
export function writeMathAssets(out: string): void {
  const source = katexFolder();
  const target = join(out, "assets", "katex");
  writeFileAtomic(join(target, "katex.min.css"), mathStyle());
  for (const font of readdirSync(join(source, "fonts")).filter((file) => file.endsWith(".woff2"))) {
    copyOnce(join(source, "fonts", font), join(target, "fonts", font));
  }
}

/** KaTeX's style with its fonts inside, for a page that is one file. */
export function inlineMathStyle(): string {
  return mathStyle().replaceAll(/url\((fonts\/[^)]+)\)/g, (_match, font: string) => {
    return `url(data:font/woff2;base64,${readFileSync(join(katexFolder(), font)).toString("base64")})`;
  });
}

/** plotly.js as the text of a script, for a page that is one file. */
export function inlinePlotScript(): string {
  return scriptSource(readFileSync(require.resolve("plotly.js-cartesian-dist-min"), "utf8"));
}

/** Puts plotly.js there. */
export function writePlotAssets(out: string): void {
  copyOnce(require.resolve("plotly.js-cartesian-dist-min"), join(out, "assets", "plotly.min.js"));
}

function katexFolder(): string {
  return dirname(require.resolve("katex/dist/katex.min.css"));
}

/** KaTeX's style with the one font format that browsers read. */
function mathStyle(): string {
  const style = readFileSync(join(katexFolder(), "katex.min.css"), "utf8");
  return style.replaceAll(/,url\([^)]*\.(woff|ttf)\) format\("\w+"\)/g, "");
}

/** Anew where another version left a file of another size. */
function copyOnce(source: string, target: string): void {
  if (statSync(target, { throwIfNoEntry: false })?.size !== statSync(source).size) writeFileAtomic(target, readFileSync(source));
}
