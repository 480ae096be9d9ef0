/** What a terminal would show in the end: `\r` goes back to the start of the line, `\b` one left. */
export function terminalText(text: string): string {
  const unified = text.replaceAll("\r\n", "\n");
  if (!/[\r\b]/.test(unified)) return unified;
  return unified.split("\n").map(overwritten).join("\n");
}

function overwritten(line: string): string {
  const parts = line.split("\r").map(withBackspaces);
  // A colour code has no width, so such a part replaces the whole line.
  return parts.reduce((shown, part) =>
    part.includes("\u001b") || shown.includes("\u001b") ? part || shown : part + shown.slice(part.length),
  );
}

function withBackspaces(text: string): string {
  const kept: string[] = [];
  for (const character of text) {
    if (character === "\b") kept.pop();
    else kept.push(character);
  }
  return kept.join("");
}
