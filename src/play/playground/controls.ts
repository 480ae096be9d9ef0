/** The controls by which settings are changed; each is an ordinary element, so that keys and fingers work. */
import { element } from "../element.js";

export interface Control<Value> {
  readonly node: HTMLElement;
  show(value: Value): void;
}

/** A slider over places: where the value is none of them, it stands at the nearest and the number is right all the same. */
export function slider(label: string, places: readonly number[], changed: (value: number) => void): Control<number> {
  const input = element("input", { type: "range", min: "0", max: String(places.length - 1), step: "1", ariaLabel: label });
  const shown = element("b");
  const show = (value: number): void => {
    const distances = places.map((place) => Math.abs(place - value));
    input.value = String(distances.indexOf(Math.min(...distances)));
    shown.textContent = input.ariaValueText = String(value);
  };
  input.addEventListener("input", () => {
    const value = places[Number(input.value)]!;
    show(value);
    changed(value);
  });
  return { node: element("label", { className: "slider" }, element("span", {}, label), shown, input), show };
}

export function choice<Value extends string>(label: string, options: Readonly<Record<Value, string>>, changed: (value: Value) => void): Control<Value> {
  const select = element("select", { ariaLabel: label }, ...Object.entries<string>(options).map(([value, text]) => element("option", { value }, text)));
  select.addEventListener("change", () => changed(select.value as Value));
  return { node: element("label", { className: "choice" }, element("span", {}, label), select), show: (value) => void (select.value = value) };
}

export function tick(label: string, changed: (on: boolean) => void): Control<boolean> {
  const input = element("input", { type: "checkbox" });
  input.addEventListener("change", () => changed(input.checked));
  return { node: element("label", { className: "tick" }, input, label), show: (on) => void (input.checked = on) };
}

export function button(label: string, pressed: () => void, className = ""): HTMLButtonElement {
  const made = element("button", { type: "button", className }, label);
  made.addEventListener("click", pressed);
  return made;
}

/** A whole number to write, within a range. */
export function numberField(label: string, high: number, changed: (value: number) => void): Control<number> {
  const input = element("input", { type: "number", min: "0", max: String(high), ariaLabel: label });
  input.addEventListener("change", () => {
    const value = Math.min(Math.max(Math.round(Number(input.value) || 0), 0), high);
    input.value = String(value);
    changed(value);
  });
  return { node: element("label", { className: "number" }, element("span", {}, label), input), show: (value) => void (input.value = String(value)) };
}
