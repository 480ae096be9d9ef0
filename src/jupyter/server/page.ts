/** The page in which the front end starts. */
import type { Answer, Request } from "./request.js";
import type { Route } from "./router.js";

export interface PageOptions {
  readonly title: string;
  readonly version: string;
  /** The reader's language, such as `ko`. */
  readonly lang: (request: Request) => string;
  /** Paths of the front end's entry, below `/static/`. */
  readonly script: string;
  readonly style: string;
  /** What else the front end is told. */
  readonly config: Readonly<Record<string, string>>;
}

const VIEWS = ["tree", "notebooks", "edit"] as const;
const PLACES: Places = { static: "static", themes: "lab/api/themes" };

/** `/tree`, `/notebooks/<path>` and `/edit/<path>`; the top leads to the tree. */
export function pageRoutes(options: PageOptions): Route[] {
  const views = VIEWS.map((view): Route => ({ method: "GET", pattern: `/${view}/*`, handle: (request, { rest }) => page(view, rest.join("/"), options.lang(request), options) }));
  const top: Route = { method: "GET", pattern: "/", handle: () => ({ status: 302, headers: { location: "/tree" }, body: "" }) };
  return [top, ...views];
}

function page(view: (typeof VIEWS)[number], path: string, lang: string, options: PageOptions): Answer {
  const { title, script, style } = options;
  const body = `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" type="image/x-icon" href="/static/favicons/favicon.ico" class="idle favicon">
<link rel="stylesheet" href="/static/${style}">
<script id="jupyter-config-data" type="application/json">${inScript({ ...pageConfig(view, path, options, "/", PLACES), ...options.config, lang })}</script>
<script type="module" src="/static/${script}"></script>
</head>
<body class="jp-ThemedContainer" data-notebook="${view}">
<noscript>This page needs JavaScript: it shows notebooks and runs their cells.</noscript>
</body>
</html>
`;
  return { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body };
}

/** Where a page finds things: below the address of the site, without a slash in front. */
export interface Places {
  readonly static: string;
  readonly themes: string;
}

/** What the front end is told of a page. @param base the site's own path, with a slash at both ends */
export function pageConfig(view: string, path: string, { title, version }: Pick<PageOptions, "title" | "version">, base: string, places: Places): Record<string, string> {
  const from = (place: string): string => base + place;
  return {
    appName: title,
    appVersion: version,
    notebookVersion: "[7, 6, 0]",
    baseUrl: base,
    appUrl: "/lab",
    wsUrl: "",
    frontendUrl: base,
    fullAppUrl: from("lab"),
    fullStaticUrl: from(places.static),
    settingsUrl: "/lab/api/settings",
    fullSettingsUrl: from("lab/api/settings"),
    themesUrl: `/${places.themes}`,
    fullThemesUrl: from(places.themes),
    translationsApiUrl: "/lab/api/translations",
    fullTranslationsApiUrl: from("lab/api/translations"),
    preferredPath: "/",
    serverRoot: "",
    treePath: view === "tree" ? path : "",
    notebookPage: view,
    terminalsAvailable: "false",
    exposeAppInBrowser: "false",
    allPlugins: "{}",
    federated_extensions: "[]",
    token: "",
    appendToken: "false",
  };
}

/** JSON that no text of it can end. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
