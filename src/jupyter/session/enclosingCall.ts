/** Whose arguments a cursor stands in. */

/** They are followed by parentheses, and call nothing. */
const KEYWORDS = new Set(["catch", "for", "function", "if", "return", "switch", "typeof", "while", "with"]);
const STRING_OR_COMMENT = /^(?:"(?:\\[\s\S]|[^"\\\n])*("|$)|'(?:\\[\s\S]|[^'\\\n])*('|$)|\/\/[^\n]*|\/\*[\s\S]*?(\*\/|$))/;
const NAME_BEFORE = /([\p{ID_Continue}$]+)\s*$/u;

/**
 * The place right behind the name of the function whose parentheses are open at the cursor, innermost first, or
 * undefined where none is: `f(g(1), |` gives the place behind `f`.
 */
export function enclosingCall(code: string, cursor: number): number | undefined {
  for (const open of openBrackets(code.slice(0, cursor)).reverse()) {
    const name = code[open] === "(" ? NAME_BEFORE.exec(code.slice(0, open)) : null;
    if (name !== null && !KEYWORDS.has(name[1]!)) return name.index + name[1]!.length;
  }
  return undefined;
}

/** Places of the brackets that are open at the end; `${` in a template opens one, its text is passed over. */
function openBrackets(code: string): number[] {
  const open: number[] = [];
  let at = 0;
  while (at < code.length) {
    const char = code[at]!;
    const passed = inTemplate(code, open) ? null : STRING_OR_COMMENT.exec(code.slice(at));
    if (inTemplate(code, open) && char !== "`" && !code.startsWith("${", at)) at += char === "\\" ? 2 : 1;
    else if (passed !== null) at += passed[0].length;
    else if (char === "`" && inTemplate(code, open)) { open.pop(); at++; }
    else if ("([`".includes(char) || char === "{") { open.push(at); at++; }
    else if (char === "$" && code[at + 1] === "{" && inTemplate(code, open)) { open.push(at + 1); at += 2; }
    else { if (")]}".includes(char)) open.pop(); at++; }
  }
  return open;
}

const inTemplate = (code: string, open: readonly number[]) => code[open.at(-1) ?? -1] === "`";
