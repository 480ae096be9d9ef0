/** The loss of each step, on a scale of powers of ten. */
import type { Stage } from "../stage.js";
import { Paper } from "./paint.js";

/** Room for the numbers of the axis. */
const LEFT = 40;
const [TOP, BOTTOM] = [8, 6];

export class LossCurve {
  readonly paper: Paper;
  readonly #stage: Stage;

  constructor(stage: Stage, draw: () => void) {
    this.#stage = stage;
    this.paper = new Paper("loss", stage, draw);
  }

  draw(losses: readonly number[]): void {
    const context = this.paper.begin();
    if (context === null) return;
    const { width, height } = this.paper;
    const shown = thinned(losses, width - LEFT).map((loss) => Math.log10(Math.max(loss, 1e-9)));
    const [low, high] = [Math.floor(Math.min(-1, ...shown)), Math.max(0.1, ...shown)];
    const y = (log: number): number => TOP + ((high - log) / (high - low)) * (height - TOP - BOTTOM);
    context.font = "11px system-ui, sans-serif";
    context.textAlign = "right";
    context.fillStyle = this.#stage.color("--quiet");
    context.strokeStyle = this.#stage.color("--line");
    context.lineWidth = 1;
    for (let log = low; log <= high; log++) {
      context.fillText(log < -3 ? `1e${log}` : String(10 ** log), LEFT - 5, Math.min(y(log) + 4, height - 2));
      context.beginPath();
      context.moveTo(LEFT, y(log));
      context.lineTo(width, y(log));
      context.stroke();
    }
    context.strokeStyle = this.#stage.color("--accent");
    context.lineWidth = 1.6;
    context.beginPath();
    const stride = (width - LEFT) / Math.max(shown.length - 1, 1);
    shown.forEach((log, i) => context.lineTo(LEFT + i * stride, y(log)));
    context.stroke();
  }
}

/** As many values as there is room for, each the mean of its share. */
function thinned(values: readonly number[], room: number): readonly number[] {
  const each = Math.ceil(values.length / Math.max(room, 1));
  if (each <= 1) return values;
  return Array.from({ length: Math.floor(values.length / each) }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < each; k++) sum += values[i * each + k]!;
    return sum / each;
  });
}
