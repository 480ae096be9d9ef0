/** The look of the stations, after the stage's. Blue flows forward, vermilion flows back, green is learnt. */
export const style = `
.stage { --forward: var(--class0); --backward: var(--class1); --parameter: var(--class2); --lit: #fff0b8; --used: #dcebf5; padding: 16px; font-size: 15px; max-width: 1080px; }
.stage.dark { --lit: #5c4a00; --used: #17384c; }
.stage h2.title { font-size: 19px; margin-bottom: 10px; } .stage h3 { font-size: 17px; margin: 10px 0 4px; }
.stage .card p { margin-bottom: 8px; }
.stage ol { list-style: none; display: flex; flex-wrap: wrap; gap: 6px; margin: 0; padding: 0; }
.stage button { min-height: 40px; transition: border-color .15s; } .stage button:disabled { opacity: .5; }
.tabs, .steps, .steps > div, .buttons, .stage form { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
.tabs { margin-bottom: 14px; } .steps { gap: 8px 22px; margin-bottom: 16px; } .steps span { font-size: 13px; font-weight: 600; }
.forward > span, .pager.forward strong { color: var(--forward); } .backward > span, .pager.backward strong { color: var(--backward); }
.stage .step { min-width: 44px; padding: 4px 9px; background: var(--ground); } .stage .step.right { border-color: var(--good); color: var(--good); }
.stage .step[aria-current] { background: var(--lit); border-color: var(--text); color: var(--text); font-weight: 600; }
.body { display: grid; gap: 20px; } .body > * { min-width: 0; }
@container (min-width: 720px) { .body { grid-template-columns: minmax(0, 1fr) minmax(0, 370px); } }
@container (min-width: 840px) { .body { grid-template-columns: minmax(0, 1fr) minmax(0, 410px); } }
.pager { display: flex; align-items: center; gap: 10px; } .stage .round { width: 40px; padding: 0; border-radius: 20px; font-size: 20px; line-height: 1; }
.stage .formula { display: inline-block; margin: 4px 0 12px; padding: 4px 12px; border-left: 4px solid; background: var(--panel); border-radius: 0 6px 6px 0; font-size: 17px; }
.formula.forward, .matrix.forward caption { color: var(--forward); } .formula.backward, .matrix.backward caption { color: var(--backward); } .matrix.parameter caption { color: var(--parameter); }
.equation { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; margin-bottom: 16px; } .term { display: flex; align-items: center; gap: 8px; } .sign { padding-top: 20px; font-size: 20px; color: var(--quiet); }
.matrix { border-collapse: separate; border-spacing: 2px; border-left: 2px solid; border-right: 2px solid; border-radius: 6px; }
.matrix.forward { border-color: var(--forward); } .matrix.backward { border-color: var(--backward); } .matrix.parameter { border-color: var(--parameter); }
caption { font-weight: 600; white-space: nowrap; padding-bottom: 2px; text-align: left; } caption .quiet { font-weight: 400; font-size: 12px; }
td { padding: 2px 5px; min-width: 30px; text-align: right; border-radius: 4px; white-space: nowrap; }
td.asked { background: var(--lit); outline: 2px solid var(--text); font-weight: 700; } td.read { background: var(--used); font-weight: 600; }
.ask { display: inline-flex; align-items: center; gap: 6px; font-weight: 600; white-space: nowrap; } .stage form { margin-bottom: 10px; }
.stage input { min-height: 40px; padding: 4px 10px; border: 1px solid var(--line); border-radius: 6px; background: var(--ground); color: inherit; font: inherit; }
.stage form input { width: 108px; border: 2px solid var(--text); } .stage form input[readonly] { border-color: var(--line); background: var(--panel); }
.feedback { padding: 10px 14px; border-left: 4px solid var(--quiet); background: var(--panel); border-radius: 0 8px 8px 0; } .stage .feedback > :last-child { margin: 0; }
.feedback.right { border-color: var(--good); } .feedback.wrong { border-color: var(--bad); } .said { font-weight: 600; }
.numeric, .quiet { font-size: 13px; color: var(--quiet); }
.picture svg { width: 100%; max-width: 446px; height: auto; display: block; margin: 0 auto; } .stage .picture p { text-align: center; margin-top: 6px; }
svg .box { fill: var(--ground); } svg .lit, svg .asked { fill: var(--lit); } svg .over { stroke: var(--ground); }
svg text.forward { fill: var(--forward); } svg text.backward { fill: var(--backward); } svg text.parameter { fill: var(--parameter); } svg text.ink { fill: var(--text); } svg text.quiet, svg polygon { fill: var(--quiet); }
svg :is(rect, line).forward { stroke: var(--forward); } svg :is(rect, line).backward { stroke: var(--backward); } svg :is(rect, line).parameter { stroke: var(--parameter); } svg rect.ink { stroke: var(--text); } svg line.quiet, svg .used { stroke: var(--quiet); }
details { margin-top: 16px; border-top: 1px solid var(--line); padding-top: 6px; } summary { cursor: pointer; font-weight: 600; padding: 8px 0; }
.fields { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 12px 18px; margin: 8px 0 12px; } .fields td { padding: 0; } .stage .fields input { width: 58px; padding: 2px 6px; text-align: right; }
.stage input[aria-invalid="true"] { border: 2px solid var(--bad); } .stage .trouble { margin-top: 8px; color: var(--bad); font-weight: 600; } .trouble:empty { display: none; }
.stage .keys { margin-top: 10px; } .live { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-reduced-motion: reduce) { .stage button { transition: none; } }
@media (max-width: 500px) { .stage { padding: 12px 8px; } }
@media (hover: none) { .keys { display: none; } }
`;
