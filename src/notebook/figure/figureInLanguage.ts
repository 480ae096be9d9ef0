import { inLanguage } from "../../study/index.js";
import type { PlainFigure } from "./figure.js";

/** Where a figure says something: its title and those of its axes, captions, names in the legend, ticks, what a pointer is told. */
const SAYS = new Set(["text", "title", "name", "ticktext", "hovertext", "hovertemplate", "texttemplate", "labels"]);

/** The figure with all that it says in the language of the notebook. */
export function figureInLanguage({ data, layout: { template, ...layout } }: PlainFigure): PlainFigure {
  const figure = inside({ data, layout }) as PlainFigure;
  return { data: figure.data, layout: { ...(template !== undefined && { template }), ...figure.layout } };
}

function inside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inside);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, SAYS.has(key) ? said(item) : inside(item)]));
}

/** A text, a list of them, or an object in which there is one, such as `title: { text }`. */
function said(value: unknown): unknown {
  if (typeof value === "string") return inLanguage(value);
  return Array.isArray(value) ? value.map(said) : inside(value);
}
