/** Makes the site: the front end, the kernel, the notebooks and the pages, as files with names of their content. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join, resolve } from "node:path";
import { build } from "esbuild";
import { KERNEL_NAME } from "../../jupyter/protocol/kernelName.js";
import { openFrontEndFiles } from "../../jupyter/server/frontEnd.js";
import type { SpecModel } from "../../jupyter/server/kernels/kernels.js";
import type { Surroundings } from "../command.js";
import { LANGUAGES } from "../editions.js";
import { overviewOf } from "../lab/overview.js";
import { readGiven } from "../run/given.js";
import { selectNotebooks } from "../run/selectNotebooks.js";
import { kernelFiles } from "./kernelFiles.js";
import { KERNEL_FOLDER, type Manifest, type SeedFile, type SiteImages } from "./manifest.js";
import type { SiteOptions } from "./options.js";
import { pageHtml, VIEWS } from "./pageHtml.js";
import { type ImagePart, siteImages } from "./siteImages.js";

/** By this file a folder is known as a site, which may be replaced. */
const MARK = "sw.js";
const IMAGES = "images";
const require = createRequire(import.meta.url);

/**
 * @param kernel makes the kernel's files in a folder
 * @returns true: it is written
 * @throws {Error} if the folder holds something else, or a part of the site is missing, with what to do
 */
export async function buildSite({ out: folder, images: from, perBatch }: SiteOptions, { root, workingDirectory, terminal }: Surroundings, kernel = kernelFiles): Promise<boolean> {
  const out = resolve(workingDirectory, folder);
  refuseForeign(out);
  const part = from === null ? null : siteImages(resolve(workingDirectory, from), perBatch);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const site = new SiteFolder(out);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const given = readGiven(root);
  const manifest: Manifest = {
    title: "two-layer-net",
    version,
    frontEnd: frontEnd(site, join(root, "lab", "front-end.zip")),
    kernel: await kernel(join(out, KERNEL_FOLDER)),
    spec: specOf(root),
    seeds: seeds(site, root, given),
    given: { ...given, files: Object.fromEntries(Object.entries(given.files).filter(([path]) => path.endsWith(".ipynb"))) },
    images: part && addImages(site, part),
    imageWorker: site.add("page/images.js", await script(join(root, "src/cli/site/page/images/imageWorker.ts"))),
    plotly: site.add("plotly.min.js", readFileSync(require.resolve("plotly.js-cartesian-dist-min/plotly-cartesian.min.js"))),
    play: site.add("play.min.js", readFileSync(join(root, "dist/play/page.min.js"))),
  };
  site.write("LICENSE.txt", readFileSync(join(root, "LICENSE")));
  site.write("NOTICE.txt", readFileSync(join(root, "NOTICE")));
  const style = `${manifest.frontEnd.folder}/static/${manifest.frontEnd.style}`;
  const pageScript = await pageScripts(site, join(root, "src/cli/site/page/main.ts"), manifest);
  for (const view of VIEWS) site.write(`${view}/index.html`, pageHtml({ view, root: "../", title: manifest.title, script: pageScript, style }));
  site.write("index.html", pageHtml({ view: "tree", root: "./", title: manifest.title, script: pageScript, style }));
  const files = filesBelow(out).filter((path) => !isPage(path)).sort().sort(imagesLast);
  const pages = ["", ...VIEWS.map((view) => `${view}/`)];
  const sum = hashOf(Buffer.from(JSON.stringify(files.map((path) => [path, hashOf(readFileSync(join(out, path)))]))));
  site.write(MARK, await script(join(root, "src/cli/site/page/serviceWorker.ts"), { BUILD: sum, FILES: files, PAGES: pages }));
  // What some hosts would take for their own: folders that begin with an underscore, and files of a generator.
  site.write(".nojekyll", "");
  const size = filesBelow(out).reduce((sum, path) => sum + statSync(join(out, path)).size, 0);
  terminal.line(`${out}: ${files.length} files, ${(size / 1e6).toFixed(1)} MB`);
  terminal.line("To look at it: python3 -m http.server -d <folder>, or any web server.");
  return true;
}

/** A folder in which files are named after what is in them: a browser may keep them for ever. */
class SiteFolder {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  write(path: string, content: Uint8Array | string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  /** @returns its path, with the sum of its content in its name */
  add(path: string, content: Uint8Array | string): string {
    const [end] = /(\.min)?\.\w+$/.exec(path) ?? [extname(path)];
    const hashed = `${path.slice(0, path.length - end.length)}-${hashOf(content)}${end}`;
    this.write(hashed, content);
    return hashed;
  }
}

function refuseForeign(out: string): void {
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory()) throw new Error(`buildSite: expected a folder at ${out}, got a file; name another`);
  if (readdirSync(out).length > 0 && !existsSync(join(out, MARK))) {
    throw new Error(`buildSite: expected ${out} to be empty, or a site made earlier, got other files; name another folder, or empty it`);
  }
}

function frontEnd(site: SiteFolder, zip: string): Manifest["frontEnd"] {
  const { files, script, style } = openFrontEndFiles(zip);
  const folder = `front-end-${hashOf(readFileSync(zip))}`;
  for (const [path, content] of files) {
    site.write(`${folder}/${path}`, content);
    // The front end asks for these by fixed names.
    if (/^static\/(favicons\/|LICENSES)/.test(path)) site.write(path, content);
  }
  return { folder, script, style };
}

function specOf(root: string): SpecModel {
  const { display_name, language } = JSON.parse(readFileSync(join(root, "jupyter/kernels", KERNEL_NAME, "kernel.json"), "utf8")) as Record<string, string>;
  return { name: KERNEL_NAME, spec: { argv: [], env: {}, display_name: display_name!, language: language!, interrupt_mode: "message", metadata: {} }, resources: {} };
}

function seeds(site: SiteFolder, root: string, given: Manifest["given"]): SeedFile[] {
  const folder = join(root, "notebooks");
  return LANGUAGES.flatMap((lang) => selectNotebooks([], folder, folder, lang)).map(({ name, path }) => {
    const content = readFileSync(path);
    const file = site.add(`notebooks/files/${name}.ipynb`, content);
    return { path: `${name}.ipynb`, file, size: content.length, modified: Math.floor(statSync(path).mtimeMs), overview: overviewOf(name, () => content.toString(), given) };
  });
}

const BUNDLE = { bundle: true, minify: true, format: "esm", target: "es2022", platform: "browser", write: false, logLevel: "error", legalComments: "none" } as const;

/** The page's script, and those that it loads when they are needed. @returns the path of the first */
async function pageScripts(site: SiteFolder, entry: string, manifest: Manifest): Promise<string> {
  const { outputFiles } = await build({
    ...BUNDLE, entryPoints: { page: entry }, splitting: true, outdir: "/", entryNames: "page/[name]-[hash]", chunkNames: "page/[name]-[hash]", define: { SITE: JSON.stringify(manifest) },
  });
  const files = outputFiles.map(({ path, contents }) => ({ path: path.slice(path.lastIndexOf("page/")).replaceAll("\\", "/"), contents }));
  for (const { path, contents } of files) site.write(path, contents);
  return files.find(({ path }) => path.startsWith("page/page-"))!.path;
}

/** A script in one file. @param values of names that it declares */
async function script(entry: string, values: Readonly<Record<string, unknown>> = {}): Promise<Uint8Array> {
  const define = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
  const { outputFiles } = await build({ ...BUNDLE, entryPoints: [entry], define });
  return outputFiles[0]!.contents;
}

function addImages(site: SiteFolder, { training, test, files }: ImagePart): SiteImages {
  const added = [...files].map(([name, content]) => [name, { file: site.add(`${IMAGES}/${name}`, content), size: content.length }] as const);
  return { training, test, files: Object.fromEntries(added) };
}

/** In the order in which a browser keeps them for when there is no network. */
function imagesLast(a: string, b: string): number {
  const place = (path: string): number => Number(path.startsWith(`${IMAGES}/`));
  return place(a) - place(b);
}

function isPage(path: string): boolean {
  return path.endsWith(".html") || path === MARK;
}

function filesBelow(folder: string, inside = ""): string[] {
  return readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
    const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, path) : [path];
  });
}

function hashOf(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 10);
}
