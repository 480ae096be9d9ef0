/** The frame of a page: head, style and the few lines of script that it has of its own. */
import { escapeHtml } from "../../display/html.js";
import { pageStyle } from "./pageStyle.js";

export interface Document {
  readonly title: string;
  readonly lang: string;
  readonly body: string;
  /** Address of the folder with KaTeX and plotly.js. */
  readonly assets: string;
  readonly plotly: boolean;
}

export function documentHtml({ title, lang, body, assets, plotly }: Document): string {
  const math = body.includes('class="katex') ? `<link rel="stylesheet" href="${assets}/katex/katex.min.css">\n` : "";
  const plots = plotly ? `<script src="${assets}/plotly.min.js"></script>\n` : "";
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
${math}${plots}<style>
${pageStyle}</style>
</head>
<body>
${body}
<script>
${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

/** The contents stand open where there is room beside the text; on paper every fold is open. */
const PAGE_SCRIPT = `
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
`.trimStart();
