/** The playground: a network of two inputs that is trained before one's eyes. */
import { element } from "../element.js";
import type { PlaySpec } from "../spec.js";
import type { Inhabitant, Stage } from "../stage.js";
import { codeLine } from "./codeLine.js";
import { button, choice, type Control, numberField, slider, tick } from "./controls.js";
import { LossCurve } from "./lossCurve.js";
import { PlaneMap } from "./planeMap.js";
import { playgroundStyle } from "./playgroundStyle.js";
import { preset, type PresetName, presetNames, presetOf } from "./presets.js";
import { Readings } from "./readings.js";
import { percent } from "./readingText.js";
import { Session } from "./session.js";
import { maxSeed, type NumberName, places, settle, type Settings } from "./settings.js";
import { UnitTiles } from "./unitTiles.js";
import { words as allWords } from "./words.js";

/** Steps a frame. */
const SPEEDS = [1, 2, 5, 10, 20, 50];
/** Numbers change no faster than eyes can follow: every so many frames. */
const FRAMES_A_NUMBER = 6;
/** For readers who want nothing to move by itself, a picture each so many milliseconds, of as many steps as the frames would have taken. */
const STILL_MS = 500;
const FRAMES_IN_STILL = 30;

export const playground: Inhabitant = { style: playgroundStyle, start };

function start(stage: Stage, { language, options }: PlaySpec): void {
  const words = allWords[language === "ko" ? "ko" : "en"];
  const named = presetOf(options);
  const session = new Session(settle({ ...preset(named), ...options }));
  let [playing, speed, showTest, erasing, label, queued, stale, drawn] = [false, 1, false, false, 0, false, false, 0];

  // --- what is looked at ---
  const map = new PlaneMap(stage, drawSoon, (place) => edit(() => (erasing ? session.removeNear(place) : session.addPoint(place, label))), (place) => edit(() => session.removeNear(place)));
  const loss = new LossCurve(stage, drawSoon);
  const readings = new Readings(words);
  const tiles = new UnitTiles(stage, drawSoon);
  const [count, status] = [element("span", { className: "count quiet" }), element("p", { role: "status" })];
  const [deadText, shutText] = [element("b"), element("span", { className: "quiet" })];
  const code = element("pre", { tabIndex: 0 });

  // --- what is done ---
  const play = button(words.play, () => run(!playing), "main");
  const step = button(words.step, () => once(() => session.advance(1)));
  const epoch = button(words.epoch, () => once(() => session.finishEpoch()));
  const reset = button(words.reset, () => once(() => session.reset()));
  const watch = element("p", { className: "watch" });
  const experiment = choice(words.experiment, fromNames(presetNames, (name) => words.presets[name][0]), (name: PresetName) => begin(name));

  // --- what is set ---
  const numbers = Object.fromEntries(Object.entries(places).map(([name, at]) => [name, slider(words.numbers[name as NumberName], at, (value) => change(name as NumberName, value))])) as Record<keyof typeof places, Control<number>>;
  const seed = numberField(words.numbers.seed, maxSeed, (value) => change("seed", value));
  const data = choice(words.dataSet, words.data, (value) => (value === "own" ? edit(() => session.clearPoints()) : change("data", value)));
  const activation = choice(words.activation, words.activations, (value) => change("activation", value));
  const centred = tick(words.centred, (on) => change("centred", on));
  const pace = slider(words.speed, SPEEDS, (value) => (speed = value));
  const test = tick(words.showTest, (on) => {
    showTest = on;
    drawSoon();
  });
  const brushes = [0, 1, 2].map((of) => button(`${"●■◆"[of]} ${words.ofClass(of)}`, () => hold(of), `class${of}`));
  const eraser = button(`✕ ${words.erase}`, () => hold("eraser"));
  const copy = button(words.copy, () => {
    // Where the page is not served safely, there is no clipboard.
    Promise.resolve().then(() => navigator.clipboard.writeText(code.textContent)).then(() => (copy.textContent = words.copied), () => getSelection()?.selectAllChildren(code));
  });

  const group = (name: string, ...controls: readonly { readonly node: HTMLElement }[]) => element("fieldset", {}, element("legend", {}, name), ...controls.map(({ node }) => node));
  const keys = element("p", { className: "quiet hint keys", id: "keys" }, words.keys);
  stage.body.append(
    element("div", { className: "top" }, experiment.node, watch),
    element("div", { className: "bar" }, play, step, epoch, reset, seed.node, pace.node, count),
    status,
    element("div", { className: "columns" },
      element("div", { className: "plane" }, map.paper.canvas,
        element("div", { className: "brushes", role: "group", ariaLabel: words.addPoint }, element("span", {}, words.addPoint), ...brushes, eraser, button(words.clear, () => edit(() => session.clearPoints()))),
        test.node, keys),
      element("div", { className: "measures" }, element("h3", {}, words.loss), loss.paper.canvas, readings.node, element("p", { className: "quiet hint" }, words.lengths)),
      element("div", { className: "units" }, element("h3", {}, words.units, deadText, shutText), tiles.paper.canvas, element("p", { className: "quiet hint" }, words.unitsHint)),
      element("div", { className: "settings" },
        group(words.groups.data, data, numbers.numTraining, numbers.noise, centred),
        group(words.groups.network, numbers.hiddenDim, activation, numbers.weightScale),
        group(words.groups.training, numbers.learningRate, numbers.batchSize, numbers.reg))),
    element("div", { className: "code" }, element("h3", {}, words.code), copy, code),
  );
  map.paper.canvas.setAttribute("aria-describedby", keys.id);
  for (const [canvas, what] of [[loss.paper.canvas, words.loss], [tiles.paper.canvas, words.unitsHint]] as const) Object.assign(canvas, { role: "img", ariaLabel: what });
  pace.show(speed);
  test.show(showTest);
  hold(0);
  tell(named);
  showSettings();
  stage.onLight(drawSoon);
  stage.signal.addEventListener("abort", () => (playing = false));

  function tell(name: PresetName): void {
    experiment.show(name);
    watch.textContent = words.presets[name][1];
  }

  function begin(name: PresetName): void {
    tell(name);
    once(() => session.begin(preset(name)));
  }

  function change<Name extends keyof Settings>(name: Name, value: Settings[Name]): void {
    session.set(name, value);
    showSettings();
  }

  function edit(points: () => void): void {
    points();
    showSettings();
  }

  /** Something done by hand, that ends playing, and is told to those who do not see it. */
  function once(act: () => void): void {
    run(false);
    act();
    showSettings();
    say();
  }

  function hold(what: number | "eraser"): void {
    erasing = what === "eraser";
    if (typeof what === "number") label = what;
    brushes.forEach((brush, of) => (brush.ariaPressed = String(!erasing && of === label)));
    eraser.ariaPressed = String(erasing);
  }

  function showSettings(): void {
    const { settings, run: { data: { numClasses } } } = session;
    for (const [name, control] of Object.entries(numbers)) control.show(settings[name as NumberName]);
    seed.show(settings.seed);
    data.show(session.isOwn ? "own" : settings.data);
    activation.show(settings.activation);
    centred.show(settings.centred);
    brushes[2]!.hidden = numClasses < 3;
    if (label >= numClasses) hold(0);
    code.textContent = codeLine(settings);
    drawSoon();
  }

  function run(on: boolean): void {
    if (playing === on) return;
    playing = on;
    play.textContent = on ? words.pause : words.play;
    if (on) return next();
    drawSoon();
    say();
  }

  function next(): void {
    if (stage.isStill()) setTimeout(() => frame(FRAMES_IN_STILL), STILL_MS);
    else requestAnimationFrame(() => frame(1));
  }

  function frame(frames: number): void {
    if (!playing || !stage.body.isConnected) return;
    session.advance(speed * frames);
    draw(stale || drawn % FRAMES_A_NUMBER === 0);
    drawn++;
    stale = false;
    if (session.run.diverged || session.run.data.train.y.length === 0) run(false);
    else next();
  }

  /** With the next frame, all of it. */
  function drawSoon(): void {
    stale = true;
    if (queued || playing) return;
    queued = true;
    requestAnimationFrame(() => {
      queued = false;
      draw();
    });
  }

  function draw(withNumbers = true): void {
    const { run: now } = session;
    map.draw(now, showTest, playing);
    loss.draw(now.losses);
    if (!withNumbers) return;
    const measures = now.measure();
    readings.show(now, measures);
    tiles.draw(now, measures.dead);
    const dead = measures.dead.filter(Boolean).length;
    deadText.textContent = words.dead(dead, measures.dead.length);
    deadText.className = dead > 0 ? "bad" : "";
    shutText.textContent = words.shut(percent(measures.shut));
    count.textContent = words.count(now.losses.length, now.epochs.toFixed(1));
    map.paper.canvas.ariaLabel = words.map(now.data.train.y.length, now.data.numClasses);
  }

  function say(): void {
    const { run: now } = session;
    const { trainAcc, testAcc, dead } = now.measure();
    const trouble = now.diverged ? words.diverged : now.data.train.y.length === 0 ? words.noPoints : "";
    status.className = trouble === "" ? "unseen" : "bad";
    const told = [words.count(now.losses.length, now.epochs.toFixed(1)), `${words.trainAcc} ${percent(trainAcc)}`, `${words.testAcc} ${percent(testAcc)}`, words.dead(dead.filter(Boolean).length, dead.length)];
    status.textContent = trouble || told.join(" · ");
  }
}

function fromNames<Name extends string>(names: readonly Name[], text: (name: Name) => string): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, text(name)])) as Record<Name, string>;
}
