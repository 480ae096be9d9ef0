/** The frame of a page: head, policy, style and the few lines of script that it has of its own. */
import { createHash } from "node:crypto";
import { escapeHtml } from "../../jupyter/display/html.js";
import { inlineMathStyle, inlinePlotScript } from "./pageAssets.js";
import { type PageScripts, policyElement } from "./pagePolicy.js";
import { pageStyle } from "./pageStyle.js";

export interface Document {
  readonly title: string;
  readonly lang: string;
  readonly body: string;
  /** The body's own scripts that may run. */
  readonly scripts: PageScripts;
  /** Address of the folder with KaTeX and plotly.js; null puts them into the page, which then is one file. */
  readonly assets: string | null;
  /** Whether the body draws by plotly.js. */
  readonly plotly: boolean;
  /** What the page's own script does; by default folds open and close as there is room. */
  readonly script?: string;
  /** What else the head holds, and rules after the pages' own. */
  readonly head?: string;
  readonly style?: string;
}

export interface Page {
  readonly html: string;
  /** Which of the shared files it needs beside it. */
  readonly math: boolean;
  readonly plotly: boolean;
}

export function documentHtml({ title, lang, body, scripts, assets, plotly, script = FOLDS, head = "", style = "" }: Document): Page {
  const isOneFile = assets === null;
  const math = body.includes('class="katex');
  // Depends on the whole body: nothing in the body can know it.
  const nonce = plotly && !isOneFile ? createHash("sha256").update(body).digest("base64url") : null;
  scripts.allow(script);
  const html = `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
${head}<meta name="viewport" content="width=device-width, initial-scale=1">
${plotly && isOneFile ? withPlotScript(scripts) : policyElement(scripts, nonce, isOneFile)}
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
${math && !isOneFile ? `<link rel="stylesheet" href="${assets}/katex/katex.min.css">\n` : ""}${nonce === null ? "" : `<script nonce="${nonce}" src="${assets}/plotly.min.js"></script>\n`}<style>
${math && isOneFile ? inlineMathStyle() : ""}${pageStyle}${style}</style>
</head>
<body>
${body}
<script>${script}</script>
</body>
</html>
`;
  return { html, math: math && !isOneFile, plotly: nonce !== null };
}

/** The policy, and plotly.js as a script that it names. */
function withPlotScript(scripts: PageScripts): string {
  const source = inlinePlotScript();
  scripts.allow(source);
  return `${policyElement(scripts, null, true)}\n<script>${source}</script>`;
}

/** The contents stand open where there is room beside the text; on paper every fold is open. */
const FOLDS = `
const contents = document.querySelector(".contents details");
if (contents) contents.open = matchMedia("(min-width: 80em)").matches;
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("main details:not([open])")];
  for (const fold of opened) fold.open = true;
});
addEventListener("afterprint", () => {
  for (const fold of opened) fold.open = false;
});
`;
