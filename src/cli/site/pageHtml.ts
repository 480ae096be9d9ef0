/** The pages of the site: one for the list, one for all notebooks, one for text files. */

export const VIEWS = ["tree", "notebooks", "edit"] as const;

export interface PageHtml {
  readonly view: (typeof VIEWS)[number];
  /** From the page's own folder to the site's: "./" or "../". */
  readonly root: string;
  readonly title: string;
  readonly script: string;
  readonly style: string;
}

/**
 * Own scripts and nothing inline, no eval, nothing from any other host. A worker's policy is that of its own file, not
 * the page's: cells need eval there. WebAssembly is allowed because the engine's compiled module goes through the page to
 * the threads that it starts for its kernel, and Firefox reads that as compiling.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  // Editors and plots set styles of elements.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "media-src 'self' data: blob:",
  "manifest-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

export function pageHtml({ view, root, title, script, style }: PageHtml): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" type="image/x-icon" href="${root}static/favicons/favicon.ico" class="idle favicon">
<link rel="stylesheet" href="${root}${style}">
<script type="module" src="${root}${script}"></script>
</head>
<body class="jp-ThemedContainer" data-notebook="${view}" data-root="${root}">
<noscript>This page needs JavaScript: it shows notebooks and runs their cells.</noscript>
</body>
</html>
`;
}
