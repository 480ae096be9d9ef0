/** All routes that a front end asks of Jupyter, over files and kernels: the same for a server and for a page without one. */
import { Checkpoints } from "../contents/checkpoints.js";
import { Contents } from "../contents/contents.js";
import { Trust } from "../contents/trust.js";
import type { Kernels } from "../kernels/kernels.js";
import type { Route } from "../router.js";
import type { Store } from "../store.js";
import { type About, aboutRoutes } from "./about.js";
import { checkpointRoutes } from "./checkpoints.js";
import { contentsRoutes } from "./contents.js";
import { fileRoutes } from "./files.js";
import { kernelRoutes } from "./kernels.js";
import { Sessions } from "./sessions.js";
import { type Schema, settingsRoutes } from "./settings.js";
import { type Translation, translationRoutes } from "./translations.js";

export interface LabParts extends About {
  /** The notebooks and what lies beside them. */
  readonly files: Store;
  /** For checkpoints, settings and trust. */
  readonly own: Store;
  readonly kernels: Kernels;
  /** Paths of files that lists leave out. */
  readonly unlisted: readonly string[];
  /** Of the settings, by plugin. */
  readonly schemas: ReadonlyMap<string, Schema>;
  readonly languages: ReadonlyMap<string, Translation>;
  /** The reader's language, or null to leave it to the browser. */
  readonly lang: string | null;
}

export function labRoutes(parts: LabParts): Route[] {
  const { files, own, kernels, lang } = parts;
  const sessions = new Sessions(kernels);
  const contents = new Contents(files, new Trust(own), parts.unlisted);
  const checkpoints = new Checkpoints(files, own);
  const moved = async (from: string, to: string | null): Promise<void> => {
    if (to !== null) await checkpoints.move(from, to);
  };
  return [
    ...aboutRoutes(parts, kernels),
    ...checkpointRoutes(checkpoints),
    ...contentsRoutes(contents, moved),
    ...fileRoutes(contents),
    ...kernelRoutes(kernels, (id) => sessions.forget(id)),
    ...sessions.routes(),
    ...settingsRoutes(parts.schemas, own),
    ...translationRoutes(parts.languages, lang),
  ];
}
