/** What a terminal would show in the end: `\r` goes back to the start of the line, `\b` one left. */
export function terminalText(text: string): string {
  const unified = text.replaceAll("\r\n", "\n");
  if (!/[\r\b]/.test(unified)) return unified;
  return unified.split("\n").map(overwritten).join("\n");
}

function overwritten(line: string): string {
  const parts = line.split("\r").map(withBackspaces);
  let shown: string[] = [];
  // A colour code has no width, so such a part replaces the whole line.
  let hasCode = false;
  for (const part of parts) {
    if (part === "") continue;
    const replaces = part.includes("\u001b");
    if (replaces || hasCode) shown = [];
    for (let i = 0; i < part.length; i++) shown[i] = part[i];
    hasCode = replaces;
  }
  return shown.join("");
}

function withBackspaces(text: string): string {
  const kept: string[] = [];
  for (const character of text) {
    if (character === "\b") kept.pop();
    else kept.push(character);
  }
  return kept.join("");
}
