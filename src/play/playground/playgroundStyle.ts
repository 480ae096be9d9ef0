/** Where things are: beside each other where there is room, below each other on a phone. */
export const playgroundStyle = `
.top, .bar, .brushes { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 8px; }
.top { align-items: start; margin-bottom: 8px; }
.top .watch { flex: 1 1 20em; padding-top: 6px; }
.choice { display: flex; align-items: center; gap: 8px; min-width: 0; }
.choice select { min-width: 0; width: 100%; }
.top .choice { font-weight: 600; }
.bar { padding: 8px; border-radius: 8px; background: var(--panel); }
.bar button { background: var(--ground); }
.bar .main { min-width: 84px; background: var(--accent); }
.number { display: flex; align-items: center; gap: 6px; }
.number input { width: 62px; min-height: 34px; padding: 2px 6px; border: 1px solid var(--line); border-radius: 6px; background: var(--ground); color: inherit; font: inherit; }
.bar .slider { width: 110px; }
.bar .count { margin-left: auto; white-space: nowrap; }
[role="status"].bad { margin-top: 8px; font-weight: 600; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.slider { display: grid; grid-template-columns: 1fr auto; column-gap: 8px; font-size: 13px; }
.slider b { font-weight: 600; }
.slider input { grid-column: 1 / -1; }
.tick { display: flex; align-items: center; gap: 8px; min-height: 30px; font-size: 13px; cursor: pointer; }
.columns { display: grid; gap: 12px 18px; grid-template-areas: "plane" "measures" "units" "settings"; grid-template-columns: minmax(0, 1fr); margin-top: 12px; }
.plane { grid-area: plane; }
.measures { grid-area: measures; }
.units { grid-area: units; }
.settings { grid-area: settings; display: grid; grid-template-columns: minmax(0, 1fr); gap: 10px; align-content: start; }
.map { width: 100%; aspect-ratio: 1; border: 1px solid var(--line); border-radius: 6px; cursor: crosshair; touch-action: manipulation; }
.loss { width: 100%; height: 110px; }
.brushes { margin-top: 8px; font-size: 13px; }
.brushes button { padding: 4px 9px; font-size: 13px; }
.brushes button[hidden] { display: none; }
.brushes .class0 { color: var(--class0); }
.brushes .class1 { color: var(--class1); }
.brushes .class2 { color: var(--class2); }
.hint { margin-top: 4px !important; font-size: 12px; }
.units h3 :is(b, span) { margin-left: 12px; font-weight: 400; color: var(--quiet); }
.units h3 b.bad { font-weight: 600; color: var(--bad); }
.readings { display: grid; gap: 4px; margin-top: 8px !important; }
.row:is(:nth-child(4), :nth-child(6)) { margin-top: 6px; }
.row { display: grid; grid-template-columns: 10em 1fr; align-items: center; font-size: 13px; }
.row dd { display: grid; grid-template-columns: minmax(40px, 1fr) auto; align-items: center; gap: 8px; }
.row b { min-width: 3.2em; text-align: right; font-weight: 600; white-space: nowrap; }
.track { display: block; height: 8px; border-radius: 4px; background: var(--panel); box-shadow: inset 0 0 0 1px var(--line); overflow: hidden; }
.track i { display: block; width: 0; height: 100%; background: var(--accent); }
.tiles { width: 100%; height: 45px; margin-top: 6px; }
fieldset { display: grid; grid-template-columns: minmax(0, 1fr); gap: 4px; }
legend { padding: 0 0 2px; font-weight: 600; font-size: 13px; color: var(--accent); }
fieldset .choice { font-size: 13px; }
.code { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 4px 8px; margin-top: 12px; }
.code pre { grid-column: 1 / -1; }
@media (hover: none) { .keys { display: none; } }
@container (min-width: 560px) { .columns { grid-template-areas: "plane settings" "measures measures" "units units"; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); } }
@container (min-width: 860px) { .columns { grid-template-areas: "settings plane measures" "units units units"; grid-template-columns: 190px minmax(0, 1.15fr) minmax(0, 1fr); } .loss { height: 150px; } }
`;
