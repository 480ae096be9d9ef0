/** Where the front end's own package lies. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const lab = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
export const zipFile = join(lab, "front-end.zip");
