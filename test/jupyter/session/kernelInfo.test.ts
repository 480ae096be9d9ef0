import { expect, it } from "vitest";
import { kernelInfo } from "../../../src/jupyter/session/kernelInfo.js";

it("says what the kernel is, and what it speaks", () => {
  expect(kernelInfo({ own: "1.2.3", typescript: "5.9.3", host: "Node v22.1.0" })).toEqual({
    status: "ok",
    protocol_version: "5.3",
    implementation: "two-layer-net",
    implementation_version: "1.2.3",
    language_info: { name: "typescript", version: "5.9.3", mimetype: "application/typescript", file_extension: ".ts", pygments_lexer: "typescript", codemirror_mode: "typescript", nbconvert_exporter: "script" },
    banner: "TypeScript 5.9.3, Node v22.1.0 (two-layer-net 1.2.3)",
    help_links: [{ text: "TypeScript", url: "https://www.typescriptlang.org/docs/" }, { text: "Node.js", url: "https://nodejs.org/docs/latest/api/" }],
  });
});
