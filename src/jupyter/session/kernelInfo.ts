import type { Json } from "../protocol/messages.js";

/** What a kernel is made of. */
export interface Versions {
  /** Of this package. */
  readonly own: string;
  readonly typescript: string;
  /** What runs the cells, such as `Node v22.1.0`. */
  readonly host: string;
}

/** What the kernel says of itself: the content of kernel_info_reply. */
export function kernelInfo({ own, typescript, host }: Versions): Json {
  return {
    status: "ok",
    protocol_version: "5.3",
    implementation: "two-layer-net",
    implementation_version: own,
    language_info: {
      name: "typescript",
      version: typescript,
      mimetype: "application/typescript",
      file_extension: ".ts",
      pygments_lexer: "typescript",
      // A name, not an object: classic Notebook and JupyterLab both look it up in their lists of languages.
      codemirror_mode: "typescript",
      nbconvert_exporter: "script",
    },
    banner: `TypeScript ${typescript}, ${host} (two-layer-net ${own})`,
    help_links: [
      { text: "TypeScript", url: "https://www.typescriptlang.org/docs/" },
      { text: "Node.js", url: "https://nodejs.org/docs/latest/api/" },
    ],
  };
}
