/** The look of the pages. */
export const pageStyle = `
:root {
  color-scheme: light;
  --text: #1c2024; --quiet: #60686f; --line: #d8dde1; --soft: #f5f7f8; --link: #0b5cad; --column: 50rem; --text-column: 43rem;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK KR", monospace;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: 0 1rem 3rem; max-width: calc(var(--column) + 2rem); background: #fff; color: var(--text); font: 1.0625rem/1.65 var(--sans); overflow-wrap: break-word; }
:lang(ko) { word-break: keep-all; }
/* Hangul has no italics; slanted, it is hard to read. */
:lang(ko) em { font-style: normal; font-weight: 600; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 .6em; text-wrap: balance; }
h1 { font-size: 2rem; letter-spacing: -.015em; margin-top: 1.2rem; }
h2 { font-size: 1.45rem; padding-top: .9em; border-top: 1px solid var(--line); }
h3 { font-size: 1.18rem; }
h4, h5, h6 { font-size: 1.0625rem; }
:is(h1, h2, h3, h4, h5, h6):focus { outline: none; }
.anchor { margin-left: .35em; color: var(--quiet); text-decoration: none; font-weight: 400; opacity: 0; }
:is(h1, h2, h3, h4, h5, h6):hover > .anchor { opacity: .7; }
p, ul, ol, dl, blockquote, figure, table, pre { margin: 0 0 1em; }
li > p { margin-bottom: .4em; }
ul, ol { padding-left: 1.6em; }
blockquote { padding-left: 1em; border-left: 3px solid var(--line); color: #3f474e; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2em 0; }
img, svg { max-width: 100%; }
.markdown img { height: auto; }
.markdown > :is(p, ul, ol, dl, blockquote), .index p { max-width: var(--text-column); }
code, kbd, pre { font-family: var(--mono); font-size: .85em; }
:not(pre) > code { padding: .12em .32em; border-radius: .25em; background: var(--soft); }
kbd { padding: .1em .4em; border: 1px solid var(--line); border-bottom-width: 2px; border-radius: .3em; }
pre { overflow-x: auto; line-height: 1.5; tab-size: 2; }
.katex { font-size: 1.1em; }
.katex-display { overflow: auto hidden; padding: .2em 0; margin: 1em 0; }
.tied { white-space: nowrap; }
.math-error { color: #b3261e; }

.cell { margin: 0 0 1.1rem; }
.cell.code { margin-bottom: 1.6rem; }
.input { position: relative; }
.count { position: absolute; top: .35rem; right: .6rem; font: .7rem/1.4 var(--mono); color: var(--quiet); background: var(--soft); padding-left: .4em; }
pre.code { margin: 0; padding: .75rem 2.2rem .75rem .9rem; background: var(--soft); border: 1px solid #e6eaed; border-radius: .4rem; }
.markdown pre.code { margin-bottom: 1em; padding-right: .9rem; }
.outputs { padding: .6rem 0 0 .9rem; }
.output { margin: 0 0 .7rem; overflow-x: auto; }
.output > :last-child { margin-bottom: 0; }
pre.output { max-height: 34rem; overflow: auto; white-space: pre; }
pre.stderr { padding: .5rem .8rem; background: #fff7e0; border-left: 3px solid #d9a400; }
pre.error { padding: .6rem .8rem; background: #fdf0ef; border-left: 3px solid #b3261e; }
.saved { margin: 0 0 .4rem; color: #b3261e; font-size: .85rem; }
pre.raw { color: var(--quiet); }
.html { font-size: .95em; }
.scroll { overflow-x: auto; margin-bottom: 1em; }
table { border-collapse: collapse; font-size: .92em; font-variant-numeric: tabular-nums; }
th, td { padding: .35em .75em; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { border-bottom-color: #9aa3ab; white-space: nowrap; }
table.dataframe { margin: 0; border: 0; font-size: .85em; line-height: 1.35; }
table.dataframe :is(th, td) { border: 0; border-bottom: 1px solid #eceff1; text-align: right; white-space: nowrap; }
table.dataframe thead th { border-bottom: 1px solid #9aa3ab; }
table.dataframe tbody tr:nth-child(even) { background: #fafbfc; }
caption { color: var(--quiet); text-align: left; padding-bottom: .3em; }

details { margin: 0 0 1em; padding: .1rem .9rem; border: 1px solid var(--line); border-radius: .4rem; }
details[open] > summary { margin-bottom: .6em; }
details > :last-child { margin-bottom: .6em; }
summary { padding: .45rem 0; cursor: pointer; font-weight: 600; }
.fold { padding: 0; border: 0; }
.fold > summary { font-weight: 400; color: var(--quiet); font-size: .9em; }

nav.pages { display: grid; grid-template-columns: 1fr auto 1fr; gap: 1rem; padding: .8rem 0; font-size: .9rem; }
nav.pages > :last-child { text-align: right; }
nav.pages.top { border-bottom: 1px solid var(--line); }
nav.pages.bottom { border-top: 1px solid var(--line); }
nav.pages a, nav.contents a { text-decoration: none; }
nav :is(a:hover, a:focus-visible) { text-decoration: underline; }
nav.contents { margin-top: 1rem; font-size: .9rem; line-height: 1.4; }
nav.contents ol { list-style: none; margin: 0; padding: 0 0 .4rem; }
nav.contents li { margin: .35em 0; }
nav.contents .level-2 { padding-left: 1em; }
nav.contents .level-3 { padding-left: 2em; }
footer { margin-top: 3rem; color: var(--quiet); font-size: .85rem; }
footer p { margin: .2em 0; }
footer + nav.pages { margin-top: 1rem; }
.failure { padding: .7rem .9rem; background: #fdf0ef; border-left: 3px solid #b3261e; }
.good, .bad { font-weight: 600; }
.good { color: #1a6d34; }
.bad { color: #b3261e; }
.index .notebooks { list-style: none; padding: 0; }
.index .notebooks li { padding: 1.1rem 0 .4rem; border-top: 1px solid var(--line); }
.index h3 { margin: 0 0 .3em; }
.index h3 a { text-decoration: none; }
.index .run { color: var(--quiet); font-size: .85rem; }

.hljs-keyword, .hljs-built_in, .hljs-literal, .hljs-meta { color: #8a2f8f; }
.hljs-string, .hljs-regexp, .hljs-template-variable { color: #1a6d34; }
.hljs-number { color: #a04a00; }
.hljs-title, .hljs-title.function_, .hljs-section { color: #0b5cad; }
.hljs-title.class_, .hljs-type { color: #0b6f78; }
.hljs-comment, .hljs-quote { color: #68727b; font-style: italic; }
.hljs-attr, .hljs-property { color: #30475e; }
.hljs-subst, .hljs-params, .hljs-variable { color: inherit; }
.hljs-deletion { color: #b3261e; }
.hljs-addition { color: #1a6d34; }

@media (min-width: 80em) {
  body:has(nav.contents) { max-width: none; padding-left: 22rem; padding-right: 2rem; }
  body:has(nav.contents) > :not(.contents) { max-width: var(--column); }
  nav.contents { position: fixed; inset: 0 auto 0 0; width: 19rem; margin: 0; padding: 1.2rem 1rem 1.2rem 1.6rem; overflow-y: auto; border-right: 1px solid var(--line); }
  nav.contents details { border: 0; padding: 0; }
}
@media (max-width: 40em) {
  /* It would lie over the figures' titles. */
  .modebar-container { display: none; }
  body { font-size: 1rem; }
  h1 { font-size: 1.65rem; }
  .outputs { padding-left: 0; }
  code, kbd, pre { font-size: .82em; }
}
@media print {
  @page { margin: 18mm 16mm; }
  :root { --text-column: none; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  nav.pages, nav.contents, .anchor, footer, .modebar-container { display: none !important; }
  pre, pre.output { white-space: pre-wrap; overflow: visible; max-height: none; overflow-wrap: anywhere; }
  .output, .scroll, .katex-display { overflow: visible; }
  h1, h2, h3, h4 { break-after: avoid; }
  img, svg, .js-plotly-plot, tr, .katex-display { break-inside: avoid; }
  /* An interactive figure keeps the width that it had on the screen; this fits it to A4 and Letter. */
  .js-plotly-plot { zoom: .82; }
  a { color: inherit; }
  pre.code, pre.stderr, pre.error, .failure, table.dataframe tbody tr { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`.trimStart();
