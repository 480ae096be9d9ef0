/** Backpropagation, one step at a time: puts the stations on the stage, and listens to what is typed and pressed there. */
import type { Inhabitant } from "../stage.js";
import { EXAMPLES, openedFirst } from "./examples.js";
import { Session } from "./session.js";
import { style } from "./style.js";
import { cardHtml, editHtml, frameHtml, pictureHtml, stepsHtml, tabsHtml, verdictText } from "./view.js";
import { type ExampleName, WORDS } from "./words.js";

export const backprop: Inhabitant = {
  style,
  start({ body, signal }, { options, language }) {
    const words = WORDS[language];
    const sessions = new Map(EXAMPLES.map((name) => [name, new Session(name)] as const));
    let session = sessions.get(openedFirst(options))!;
    body.innerHTML = frameHtml(words);
    const part = (name: string) => body.querySelector<HTMLElement>(`.${name}`)!;
    const keyed = (key: string) => body.querySelector<HTMLElement>(`[data-key="${key}"]`);
    const answerField = () => keyed("answer") as HTMLInputElement;
    const focused = () => (body.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;

    function render(): void {
      const key = focused()?.dataset.key;
      part("tabs").innerHTML = tabsHtml(session, words);
      part("steps").innerHTML = stepsHtml(session, words);
      part("card").innerHTML = cardHtml(session, words);
      part("picture").innerHTML = pictureHtml(session, words);
      answerField().value = session.answer.typed;
      if (key === undefined) return;
      // What had the focus may be gone, as the hint is once it is given.
      const target = keyed(key) ?? answerField();
      (target.matches(":disabled") ? answerField() : target).focus({ preventScroll: true });
    }

    function renderFields(): void {
      part("edit").innerHTML = editHtml(session, words);
      part("trouble").textContent = "";
    }

    const actions: Readonly<Record<string, (which: string) => void>> = {
      example(which) {
        session = sessions.get(which as ExampleName)!;
        renderFields();
      },
      go: (which) => session.go(Number(which)),
      previous: () => session.go(session.at - 1),
      next: () => session.go(session.at + 1),
      hint: () => session.hint(),
      show: () => session.show(),
      another: () => session.another(),
      restore() {
        session.restore();
        renderFields();
      },
      answer: () => (session.answer.isOpen ? session.go(session.at + 1) : session.check(answerField().value)),
    };

    function act(key: string): void {
      const [what, which] = key.split(" ");
      actions[what](which);
      render();
      part("live").textContent = verdictText(session, words);
    }

    function edited(field: HTMLInputElement, isFinished: boolean): void {
      const [, name, i, j] = field.dataset.key!.split(" ");
      const isGood = session.edit(name, [Number(i), Number(j)], field.value);
      if (isGood) render();
      // Whoever is still typing a minus is not told that it is no number.
      else if (!isFinished) return;
      field.setAttribute("aria-invalid", String(!isGood));
      const { low, high, isClass } = session.range(name);
      part("trouble").textContent = isGood ? "" : words[isClass ? "expectedClass" : "expected"](field.ariaLabel!, low, high);
    }

    body.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLElement>("button[type=button]");
      if (button) act(button.dataset.key!);
    }, { signal });
    body.addEventListener("submit", (event) => {
      event.preventDefault();
      act("answer");
    }, { signal });
    body.addEventListener("input", ({ target }) => {
      const field = target as HTMLInputElement;
      if (field === answerField()) session.answer.typed = field.value;
      else edited(field, false);
    }, { signal });
    body.addEventListener("change", ({ target }) => {
      if (target !== answerField()) edited(target as HTMLInputElement, true);
    }, { signal });
    body.addEventListener("keydown", (event) => {
      const isPlain = !(event.ctrlKey || event.altKey || event.metaKey || event.shiftKey);
      if (!isPlain || !/^Arrow(Left|Right)$/.test(event.key) || focused()?.matches("input")) return;
      event.preventDefault();
      act(event.key === "ArrowLeft" ? "previous" : "next");
    }, { signal });
    renderFields();
    render();
  },
};
