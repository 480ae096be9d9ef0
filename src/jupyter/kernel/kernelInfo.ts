import { readFileSync } from "node:fs";
import type { Json } from "../protocol/messages.js";
import { versions } from "./versions.js";

/** What the kernel says of itself: the content of kernel_info_reply. */
export function kernelInfo(): Json {
  const { version } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")) as { version: string };
  return {
    status: "ok",
    protocol_version: "5.3",
    implementation: "two-layer-net",
    implementation_version: version,
    language_info: {
      name: "typescript",
      version: versions.typescript,
      mimetype: "application/typescript",
      file_extension: ".ts",
      pygments_lexer: "typescript",
      // A name, not an object: classic Notebook and JupyterLab both look it up in their lists of languages.
      codemirror_mode: "typescript",
      nbconvert_exporter: "script",
    },
    banner: `TypeScript ${versions.typescript}, tslab ${versions.tslab}, Node ${versions.node} (two-layer-net ${version})`,
    help_links: [
      { text: "TypeScript", url: "https://www.typescriptlang.org/docs/" },
      { text: "Node.js", url: "https://nodejs.org/docs/latest/api/" },
    ],
  };
}
