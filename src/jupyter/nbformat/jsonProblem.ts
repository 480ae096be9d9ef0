/** Says what is wrong with a text that is not JSON, and on which line. */

const CONFLICT = /^(<<<<<<<|>>>>>>>) /m;

/** A sentence such as `line 12: Unexpected token '<', ...`; null if the text is JSON after all. */
export function jsonProblem(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const { message } = error as Error;
    const marker = text.search(CONFLICT);
    if (marker >= 0) return `line ${lineAt(text, marker)}: a merge conflict that is not resolved`;
    return `line ${lineAt(text, problemOffset(text, message))}: ${message.replaceAll(/\s+/g, " ")}`;
  }
}

/** Engines give the offset or, for a token that they do not expect, the text around it. */
function problemOffset(text: string, message: string): number {
  const position = /at position (\d+)/.exec(message);
  if (position) return Number(position[1]);
  const excerpt = /, (\.\.\.)?"([\s\S]+?)"(\.\.\.)? is not valid JSON$/.exec(message);
  if (!excerpt) return text.trimEnd().length;
  const [, cut, around] = excerpt;
  const token = /^Unexpected token '(.)'/su.exec(message)?.[1] ?? "";
  const start = Math.max(0, text.indexOf(around!));
  // A cut excerpt holds ten characters before the token.
  return cut ? start + 10 : Math.max(start, text.indexOf(token, start));
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
