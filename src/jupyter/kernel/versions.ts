import { createRequire } from "node:module";
import process from "node:process";

const require = createRequire(import.meta.url);

/** What the kernel is made of; nothing of it is loaded for that. */
export const versions = {
  own: (require("../../../package.json") as { version: string }).version,
  tslab: versionOf("tslab"),
  typescript: versionOf("typescript"),
  node: process.version,
};

function versionOf(name: string): string {
  return (require(`${name}/package.json`) as { version: string }).version;
}
