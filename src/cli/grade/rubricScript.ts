/** What the marking page does, and how it looks. */

export const rubricStyle = `
.tools { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .4rem .8rem; align-items: center; padding: .6rem 0; background: #fff; border-bottom: 1px solid var(--line); }
.tools :is(button, input) { font: inherit; font-size: .92rem; padding: .25rem .6rem; }
.tools #marker { width: 9rem; }
.tools .file { border: 1px solid var(--quiet); border-radius: .2rem; padding: .2rem .6rem; cursor: pointer; font-size: .92rem; }
.tools .file input { position: absolute; width: 1px; height: 1px; padding: 0; opacity: 0; }
.tools .file:focus-within { outline: 2px solid var(--link); }
#progress { margin-left: auto; font-variant-numeric: tabular-nums; }
.one { padding: .4rem 1rem; margin: 1rem 0; border: 1px solid var(--line); border-radius: .4rem; scroll-margin-top: 5rem; }
.one:focus { outline: 2px solid var(--link); }
.one.is-done { background: #f4faf5; }
.one h3 { margin: .4em 0; }
.side { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.2rem; }
.side fieldset { border: 0; padding: 0; margin: 0; min-width: 0; }
.side legend { font-weight: 600; padding: 0; }
.side label { display: block; margin: .3em 0; }
.side .line input { width: 5rem; font: inherit; }
.side textarea { display: block; width: 100%; font: inherit; font-size: .95em; }
@media (max-width: 50em) { .side { grid-template-columns: minmax(0, 1fr); } .tools { position: static; } }
@media print { .tools { display: none; } }
`;

/** No network, no dependency; keys do all that the mouse does. */
export const RUBRIC_SCRIPT = `
const { course, marks: given, words } = JSON.parse(document.querySelector("#data").textContent);
const KEY = "two-layer-net marks: " + course;
const articles = [...document.querySelectorAll(".one")];
const find = (selector) => document.querySelector(selector);
const marks = structuredClone(given);

/** Later marks take the place of earlier ones. */
function add(more) {
  for (const [student, of] of Object.entries(more))
    for (const [question, mark] of Object.entries(of)) {
      const there = marks[student]?.[question];
      if (!there || there.at <= mark.at) (marks[student] ??= {})[question] = mark;
    }
}

function stored() {
  try { return JSON.parse(localStorage.getItem(KEY)) ?? {}; } catch { return {}; }
}

function keep() {
  try { localStorage.setItem(KEY, JSON.stringify(marks)); localStorage.setItem(KEY + " by", find("#marker").value); } catch { /* a browser that keeps nothing still saves to a file */ }
}

const markOf = ({ dataset: { student, question } }) => marks[student]?.[question] ?? { ticked: [], comment: "", adjust: 0, done: false, by: "", at: "" };
const field = (article, name) => article.querySelector('[data-field="' + name + '"]');

function show(article) {
  const mark = markOf(article);
  for (const box of article.querySelectorAll("[data-item]")) box.checked = mark.ticked.includes(box.dataset.item);
  field(article, "comment").value = mark.comment;
  field(article, "adjust").value = mark.adjust;
  field(article, "done").checked = mark.done;
  article.classList.toggle("is-done", mark.done);
}

/** The time in UTC, which is the same wherever it is compared. */
function read(article) {
  const { student, question } = article.dataset;
  (marks[student] ??= {})[question] = {
    ticked: [...article.querySelectorAll("[data-item]:checked")].map((box) => box.dataset.item),
    comment: field(article, "comment").value,
    adjust: Number(field(article, "adjust").value) || 0,
    done: field(article, "done").checked,
    by: find("#marker").value.trim(),
    at: new Date().toISOString(),
  };
  article.classList.toggle("is-done", field(article, "done").checked);
  keep();
  progress();
}

function progress() {
  const done = articles.filter((article) => markOf(article).done).length;
  find("#progress").textContent = words.marked.replace("-1", done).replace("-2", articles.length);
}

let current = -1;
function go(step) {
  const at = articles.indexOf(document.activeElement?.closest?.(".one"));
  current = Math.max(0, Math.min(articles.length - 1, (at < 0 ? current : at) + step));
  articles[current]?.focus();
  articles[current]?.scrollIntoView({ block: "start" });
}

function names() {
  const button = find("#names");
  const isShown = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", isShown);
  for (const name of document.querySelectorAll(".name")) name.hidden = !isShown;
}

add(stored());
try { find("#marker").value = localStorage.getItem(KEY + " by") ?? ""; } catch { /* as above */ }
articles.forEach(show);
progress();

for (const article of articles) {
  article.addEventListener("change", () => read(article));
  article.addEventListener("input", () => read(article));
}
find("#marker").addEventListener("change", keep);
find("#next").addEventListener("click", () => go(1));
find("#previous").addEventListener("click", () => go(-1));
find("#names").addEventListener("click", names);
find("#save").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify({ marks }, null, 1) + "\\n"], { type: "application/json" }));
  link.download = "marks.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
});
find("#load").addEventListener("change", async ({ target }) => {
  const file = target.files[0];
  if (!file) return;
  try { add(JSON.parse(await file.text()).marks ?? {}); } catch (error) { find("#progress").textContent = String(error.message); return; }
  articles.forEach(show);
  keep();
  progress();
});
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(textarea|select)$/i.test(event.target.tagName) || (event.target.tagName === "INPUT" && event.target.type !== "checkbox")) return;
  const article = document.activeElement?.closest?.(".one");
  const key = event.key.toLowerCase();
  if (key === "j") go(1);
  else if (key === "k") go(-1);
  else if (key === "n") names();
  else if (article && key === "d") field(article, "done").click();
  else if (article && /^[1-9]$/.test(key)) article.querySelectorAll("[data-item]")[key - 1]?.click();
  else return;
  event.preventDefault();
});
`;
