/** The whole server: files, kernels and the front end behind one address of this computer. */
import { frontEndRoutes, openFrontEnd } from "./frontEnd.js";
import { LabServer } from "./http/server.js";
import type { Kernels } from "./kernels/kernels.js";
import { NodeKernels, type Spec } from "./kernels/nodeKernels.js";
import { NodeStore } from "./nodeStore.js";
import { pageRoutes } from "./page.js";
import { type Route, router } from "./router.js";
import type { About } from "./routes/about.js";
import { labRoutes } from "./routes/labRoutes.js";
import { languageOf } from "./routes/translations.js";

export interface LabOptions extends About {
  /** Absolute path of the folder of notebooks. */
  readonly notebooks: string;
  /** Paths in it that lists leave out. */
  readonly unlisted: readonly string[];
  /** Absolute path of the folder for checkpoints, settings and trust. */
  readonly own: string;
  /** Zip or folder of the front end. */
  readonly frontEnd: string;
  /** Further files below `/static/`: absolute paths by name. */
  readonly extra: ReadonlyMap<string, string>;
  readonly specs: readonly Spec[];
  readonly title: string;
  /** The reader's language, or null to leave it to the browser. */
  readonly lang: string | null;
  readonly port: number;
  readonly isPortFixed: boolean;
  /** The folder of `notebooks` in which a kernel is started in advance; null for none. */
  readonly warm: string | null;
  /** What else the front end is told. */
  readonly config: Readonly<Record<string, string>>;
  /** What belongs to the project and not to Jupyter. */
  readonly routes: (kernels: Kernels) => readonly Route[];
}

export interface Lab {
  readonly server: LabServer;
  /** Ends kernels and server. */
  close(): Promise<void>;
}

/** @throws {Error} if the front end is not there, or no port can be had */
export async function startLab(options: LabOptions): Promise<Lab> {
  const frontEnd = openFrontEnd(options.frontEnd);
  const [files, own] = [new NodeStore(options.notebooks), new NodeStore(options.own)];
  const kernels = new NodeKernels(options.specs, options.notebooks);
  const { title, version, lang } = options;
  const { script, style } = frontEnd;
  const routes = [
    ...pageRoutes({ title, version, lang: ({ headers }) => languageOf(headers, lang).slice(0, 2), script, style, config: options.config }),
    ...frontEndRoutes(frontEnd, options.extra),
    ...labRoutes({ ...options, files, own, kernels, schemas: frontEnd.schemas, languages: frontEnd.languages }),
    ...options.routes(kernels),
  ];
  const server = await LabServer.listen(options.port, options.isPortFixed, router(routes), kernels);
  if (options.warm !== null) kernels.warmUp(options.warm);
  return {
    server,
    close: async () => {
      await Promise.all([server.close(), kernels.endAll()]);
    },
  };
}
