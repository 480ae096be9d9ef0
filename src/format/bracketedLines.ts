/**
 * The nested brackets of an array's text: one row a line, long rows broken, blank lines between
 * matrices, and an ellipsis for the middle of long axes.
 */

export interface Layout {
  /** Between elements: " " or ", ". */
  separator: string;
  /** Columns that stand before the outermost bracket. */
  indent: number;
  /** Where lines are broken. */
  width: number;
  /** How many rows or elements to show at each end of a longer axis. */
  edgeItems: number;
}

/** The positions along an axis that are shown; null stands for those left out. */
function shownPositions(length: number, edgeItems: number): (number | null)[] {
  if (length <= 2 * edgeItems) return Array.from({ length }, (_, i) => i);
  const edge = Array.from({ length: edgeItems }, (_, i) => i);
  return [...edge, null, ...edge.map((i) => length - edgeItems + i)];
}

/** The offsets in C order of the elements that are shown. */
export function shownOffsets(shape: readonly number[], edgeItems: number): number[] {
  return shape.reduce<number[]>((offsets, length) => {
    const positions = shownPositions(length, edgeItems).filter((position) => position !== null);
    return offsets.flatMap((offset) => positions.map((position) => offset * length + position));
  }, [0]);
}

/** @param element the text of the element at an offset, the same length for all */
export function bracketedLines(shape: readonly number[], element: (offset: number) => string, layout: Layout): string {
  const { separator, edgeItems } = layout;

  const nested = (axis: number, offset: number, indent: string, width: number): string => {
    if (axis === shape.length) return element(offset);
    const items = shownPositions(shape[axis]!, edgeItems).map((position) =>
      position === null ? "..." : nested(axis + 1, offset * shape[axis]! + position, `${indent} `, width - 1),
    );
    const axesLeft = shape.length - axis;
    if (axesLeft === 1) return `[${wrapped(items, separator, indent, width - 1)}]`;
    return `[${items.join(`${separator.trimEnd()}${"\n".repeat(axesLeft - 1)}${indent}`)}]`;
  };

  return nested(0, 0, " ".repeat(layout.indent + 1), layout.width);
}

/** Items on lines of at most the given width, indented from the second line on. */
function wrapped(items: string[], separator: string, indent: string, width: number): string {
  let done = "";
  let line = indent;
  items.forEach((item, i) => {
    if (line.length + item.length > width && line.length > indent.length) {
      done += `${line.trimEnd()}\n`;
      line = indent;
    }
    line += i < items.length - 1 ? item + separator : item;
  });
  return (done + line).slice(indent.length);
}
