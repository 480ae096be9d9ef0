/** The look of the hand-in on top of that of the pages: as wide on the screen as on A4 paper. */
export function submissionStyle(footer: string): string {
  return `
@page {
  size: A4; margin: 18mm 16mm 20mm;
  @bottom-left { content: ${cssString(footer)}; font: 8.5pt system-ui, "Noto Sans CJK KR", sans-serif; color: #60686f; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8.5pt system-ui, sans-serif; color: #60686f; }
}
:root {
  --column: 178mm; --text-column: none;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", NanumGothic, sans-serif;
}
body { font-size: 10.5pt; padding: 0; width: 178mm; max-width: calc(100% - 2rem); }
@media print { body { max-width: none; } }
.anchor { display: none; }
img, svg { height: auto; max-height: 235mm; object-fit: contain; }
pre, pre.output { white-space: pre-wrap; overflow-wrap: anywhere; overflow: visible; max-height: none; }
pre.code, tr { break-inside: avoid; }
h1, h2, h3, h4, h5, h6, summary, caption { break-after: avoid; }
p, li { orphans: 2; widows: 2; }
thead th, table.dataframe thead th { white-space: normal; }
th, td { overflow-wrap: normal; }
table.crowded :is(th, td) { white-space: normal; overflow-wrap: anywhere; }
details > summary { list-style: none; }

h2 { margin-top: 1.5em; padding-top: .7em; }
.front h1 { margin: 0 0 .2em; }
.front p { margin: 0 0 .3em; }
.front .kind { color: var(--quiet); font-size: 1.15em; margin-bottom: 1em; }
.front :is(ol, ul) { padding-left: 0; list-style: none; }
.front li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1em; margin: .2em 0; }
.front li span { margin-left: auto; color: var(--quiet); text-align: right; }
.front li span.missing { color: #b3261e; font-weight: 600; }
.front h2 { font-size: 1.18rem; }
.answers { break-before: page; }
.question { break-inside: avoid; break-after: avoid; }
.question blockquote { font-size: .95em; }
.answer { padding-left: 1em; border-left: 3px solid var(--link); }
.answer .from { color: var(--quiet); font-size: .85em; margin-bottom: .5em; break-after: avoid; }
.answer .cell { margin: 0; }
.answer .cell > p:first-child { break-after: avoid; }
.missing { color: #b3261e; }
article.notebook { break-before: page; }
article.notebook > header { margin-bottom: 1rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); color: var(--quiet); font-size: .85rem; }
article.notebook > header p { margin: 0; }
@media screen { article.notebook { margin-top: 4rem; } body { padding: 2rem 0; } }
`.trimStart();
}

/** The text as a string of CSS that can stand in a style element. */
function cssString(text: string): string {
  const escaped = text.replaceAll(/["\\<\n\r\f]/g, (character) => `\\${character.codePointAt(0)!.toString(16)} `);
  return `"${escaped}"`;
}
