/** The playground as a picture: the map, the points and the loss, after as many steps as its claim takes. */
import type { Language, Still } from "../spec.js";
import { classColors } from "../stageStyle.js";
import { gridOf, type Points, reach } from "./points.js";
import { preset, presetOf, stepsToSee } from "./presets.js";
import { percent } from "./readingText.js";
import { Run } from "./run.js";
import { settle } from "./settings.js";
import { surest } from "./surest.js";
import { words } from "./words.js";

const [WIDTH, HEIGHT] = [660, 300];
const CELLS = 60;
/** Where the loss is drawn. */
const [LEFT, RIGHT, TOP, BOTTOM] = [370, 645, 30, 280];

/** @param options as the playground takes them */
export function playgroundStill(options: Readonly<Record<string, unknown>>, language: Language): Still {
  const name = presetOf(options);
  const run = new Run(settle({ ...preset(name), ...options }));
  for (let i = 0; i < stepsToSee(name); i++) run.step();
  const { trainAcc, testAcc, dead } = run.measure();
  const { presets, still } = words[language];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>${regions(run)}${marks(run.data.train, run.data.middle)}${curve(run.losses)}</svg>`;
  const alt = still(presets[name][0], run.losses.length, percent(trainAcc), percent(testAcc), dead.filter(Boolean).length, dead.length);
  return { svg, width: WIDTH, height: HEIGHT, alt };
}

/** Rows of cells, those of one class in a run as one. */
function regions({ net, data }: Run): string {
  const { labels } = surest(net.scores(gridOf(CELLS, data.middle)));
  const side = HEIGHT / CELLS;
  const parts: string[] = [];
  for (let start = 0, end = 0; start < labels.length; start = end) {
    const row = Math.floor(start / CELLS);
    while (end < (row + 1) * CELLS && labels[end] === labels[start]) end++;
    parts.push(`<rect x="${(start % CELLS) * side}" y="${row * side}" width="${(end - start) * side}" height="${side}" fill="${classColors[labels[start]!]}"/>`);
  }
  return `<g opacity="0.3" shape-rendering="crispEdges">${parts.join("")}</g>`;
}

function marks({ X, y }: Points, middle: number): string {
  const at = (value: number): string => ((value / (2 * reach) + 0.5) * HEIGHT).toFixed(1);
  return y.map((label, i) => {
    const [x0, x1, fill] = [at(X.get(i, 0) - middle), at(middle - X.get(i, 1)), `fill="${classColors[label]}" stroke="#fff"`];
    if (label === 0) return `<circle cx="${x0}" cy="${x1}" r="4" ${fill}/>`;
    const corners = label === 1 ? "M-3.5-3.5h7v7h-7z" : "M0-5l5 5-5 5-5-5z";
    return `<path transform="translate(${x0} ${x1})" d="${corners}" ${fill}/>`;
  }).join("");
}

/** On a scale of powers of ten, with its axis. */
function curve(losses: readonly number[]): string {
  const logs = losses.map((loss) => Math.log10(Math.max(loss, 1e-9)));
  const [low, high] = [Math.floor(Math.min(-1, ...logs)), Math.ceil(Math.max(0, ...logs))];
  const y = (log: number): string => (TOP + ((high - log) / (high - low)) * (BOTTOM - TOP)).toFixed(1);
  const x = (i: number): string => (LEFT + (i / Math.max(losses.length - 1, 1)) * (RIGHT - LEFT)).toFixed(1);
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  const grid = ticks.map((log) => `<path d="M${LEFT} ${y(log)}H${RIGHT}" stroke="#d3d9de"/><text x="${LEFT - 8}" y="${Number(y(log)) + 4}" text-anchor="end">${10 ** log}</text>`);
  const points = logs.map((log, i) => `${x(i)},${y(log)}`).join(" ");
  const line = losses.length === 1 ? `<circle cx="${x(0)}" cy="${y(logs[0]!)}" r="4" fill="#0b5cad"/>` : `<polyline points="${points}" fill="none" stroke="#0b5cad" stroke-width="1.5"/>`;
  return `<g font-family="Arimo" font-size="12" fill="#5a6269"><text x="${LEFT}" y="16">loss</text>${grid.join("")}${line}</g>`;
}
