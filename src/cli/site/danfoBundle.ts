/** danfojs-node, its own code, as a module for a page: tables without Node. */
import { build, type Plugin } from "esbuild";

/** What only Node has, or what only reads and writes files: 4 MB of it, of which a cell needs nothing. */
const OUTSIDE = /^(fs|stream|request|node-fetch|stream-json|stream-json\/streamers\/StreamArray|xlsx|plotly\.js-dist-min)$/;

/**
 * The bundle: a module whose `load()` gives what `require("danfojs-node")` gives, as most cells need no table, and its code
 * takes longer to run than the whole library. Tensors are those of `notebooks/tensor-float64`, as on Node. Files, streams,
 * spreadsheets and danfojs's own figures are refused in words.
 *
 * @param root the project's folder, with its packages
 * @throws {Error} if a package is not installed
 */
export async function danfoBundle(root: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents: 'export const load = () => require("danfojs-node");', resolveDir: root },
    bundle: true, minify: true, keepNames: true, write: false, platform: "browser", format: "esm", target: "es2022", charset: "utf8",
    legalComments: "none", logLevel: "silent", plugins: [refusals],
  });
  return outputFiles[0]!.contents;
}

const refusals: Plugin = {
  name: "refusals",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: OUTSIDE }, ({ path }) => ({ path, namespace: "refusals" }));
    onLoad({ filter: /./, namespace: "refusals" }, ({ path }) => ({ contents: refusal(path) }));
  },
};

/** A module that may be loaded, and refuses to be used. */
function refusal(name: string): string {
  return `
    const refuse = () => { throw new Error("danfojs: expected ${name}, which is not there in a page; make the frame of records, such as new DataFrame([{ a: 1 }]), and plot with showFigure"); };
    module.exports = new Proxy(refuse, { get: (_, key) => (key === "__esModule" || typeof key === "symbol" ? undefined : refuse()) });`;
}
