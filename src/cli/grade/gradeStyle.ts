/** The look of the grader's pages on top of that of the pages. */
export const gradeStyle = `
.grade h1 { margin-bottom: .3em; }
.grade .who, .grade .what { color: var(--quiet); }
.grade .total { font-size: 1.2rem; }
.grade .late, .grade .missing { color: #b3261e; }
.grade .worth { font-weight: 400; font-size: .85em; color: var(--quiet); white-space: nowrap; margin-left: .4em; }
.grade .open { color: var(--quiet); }
.grade section { margin-bottom: 1.8rem; }
.grade section h3 { margin: 1.6em 0 .2em; }
.grade h4 { margin: 1em 0 .3em; }
.grade .flags { padding: .6rem .9rem .6rem 2rem; background: #fff7e0; border-left: 3px solid #d9a400; }
.grade .failures { list-style: none; padding: 0; }
.grade .failures > li { padding: .7rem .9rem; margin-bottom: .6rem; background: #fdf0ef; border-left: 3px solid #b3261e; }
.grade .failures p { margin-bottom: .4em; }
.grade .diagnosis { font-weight: 600; }
.grade .evidence { margin: 0; font-size: .9em; color: #3f474e; }
.grade .answer { padding-left: 1em; border-left: 3px solid var(--link); margin-bottom: 1em; }
.grade .answer h1, .grade .answer h2 { font-size: 1.15rem; margin-top: 1em; padding: 0; border: 0; }
.grade .rubric { list-style: none; padding: 0; }
.grade .rubric li { padding-left: 1.4em; text-indent: -1.4em; margin: .25em 0; }
.grade .unticked { color: var(--quiet); }
.grade .comment { white-space: pre-wrap; }
table.points td { text-align: right; }
table.points th { font-weight: 400; }
table.points td:last-child::before { content: "/ "; color: var(--quiet); }
table.class { width: 100%; }
table.class td.number, table.class th.number { text-align: right; }
table.class td.text { min-width: 13rem; }
table.class .flags { background: none; border: 0; padding: 0; margin: .2em 0 0; list-style: none; font-size: .88em; color: #6b5200; }
table.class details { border: 0; padding: 0; margin: 0; }
table.class summary { font-weight: 400; padding: 0; }
.bars { display: grid; grid-template-columns: auto 1fr auto; gap: .25rem .7rem; align-items: center; font-variant-numeric: tabular-nums; font-size: .92em; margin-bottom: 1em; }
.bars .bar { background: var(--link); height: 1.05rem; border-radius: 2px; min-width: 2px; }
.bars .empty { background: none; }
.pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; }
.pair h5 { margin: 0 0 .3em; }
.pair pre { margin: 0; }
@media (min-width: 64em) { body:has(.wide) { --column: 72rem; } }
@media (max-width: 40em) {
.pair { grid-template-columns: minmax(0, 1fr); }
table.class :is(td, th) { padding-inline: .3rem; }
table.class td.text { min-width: 0; overflow-wrap: anywhere; }
}
`.trimStart();
