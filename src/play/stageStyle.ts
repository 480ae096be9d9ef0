/** Colours of classes on white, apart for all kinds of colour vision. */
export const classColors = ["#0072b2", "#b84a00", "#00724f"] as const;

/** The look that all inhabitants share: colours for light and dark, controls, and what keys and fingers need. */
export const stageStyle = `
:host { display: block; }
.stage {
  --ground: #ffffff; --panel: #f5f7f8; --text: #1c2024; --quiet: #5a6269; --line: #d3d9de; --accent: #0b5cad; --on-accent: #ffffff; --bad: #b3261e; --good: #1a6d34;
  ${classColors.map((color, label) => `--class${label}: ${color};`).join(" ")}
  container-type: inline-size; box-sizing: border-box; padding: 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--ground); color: var(--text); color-scheme: light;
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif; font-variant-numeric: tabular-nums;
}
.stage.dark {
  --ground: #16191d; --panel: #22272c; --text: #e8ebee; --quiet: #a7b0b8; --line: #414950; --accent: #7cb8f2; --on-accent: #10202f; --bad: #ff8a80; --good: #7fd39a;
  --class0: #66c1f5; --class1: #ffa25f; --class2: #4fd6a8;
  color-scheme: dark;
}
.stage:lang(ko) { word-break: keep-all; }
.stage *, .stage *::before { box-sizing: border-box; }
.stage :is(h2, h3, p, dl, dd, figure, fieldset, pre) { margin: 0; padding: 0; border: 0; min-width: 0; }
.stage :is(h2, h3) { font-size: 13px; font-weight: 600; line-height: 1.4; }
.stage :is(button, select) { min-height: 34px; padding: 4px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--panel); color: inherit; font: inherit; cursor: pointer; }
.stage button:hover:not(:disabled) { border-color: var(--accent); }
.stage :is(button:disabled, [aria-disabled="true"]) { color: var(--quiet); cursor: default; }
.stage button[aria-pressed="true"] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.stage button.main { border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 600; }
.stage input[type="range"] { width: 100%; min-height: 24px; margin: 0; accent-color: var(--accent); cursor: pointer; }
.stage input[type="checkbox"] { width: 18px; height: 18px; margin: 0; accent-color: var(--accent); }
.stage :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.stage canvas { display: block; max-width: 100%; }
.stage pre { overflow-x: auto; padding: 8px 10px; border-radius: 6px; background: var(--panel); font: 12px/1.5 ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.stage .quiet { color: var(--quiet); }
.stage .bad { color: var(--bad); }
@media (pointer: coarse) { .stage :is(button, select) { min-height: 44px; } .stage input[type="range"] { min-height: 36px; } }
@media print { .stage { break-inside: avoid; } }
`;
