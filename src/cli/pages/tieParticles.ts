/** Keeps a Korean particle on the line of the formula that it belongs to, as in `$x$는`. */
import type MarkdownIt from "markdown-it";
import type { StateCore, Token } from "markdown-it";

const PARTICLE = /^\p{Script=Hangul}+/u;

/** Adds the rule: a formula and the Hangul behind it stand in a `span` of the class `tied`, which does not break between them. */
export function tieParticles(markdown: MarkdownIt): void {
  markdown.core.ruler.push("tie_particles", (state) => {
    for (const token of state.tokens) {
      if (token.children !== null) token.children = tied(token.children, state);
    }
  });
}

function tied(tokens: readonly Token[], state: StateCore): Token[] {
  const result: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    const particle = next?.type === "text" ? PARTICLE.exec(next.content)?.[0] : undefined;
    if (token.type !== "math_inline" || particle === undefined) {
      result.push(token);
      continue;
    }
    next!.content = next!.content.slice(particle.length);
    const [open, text, close] = [new state.Token("tie_open", "span", 1), new state.Token("text", "", 0), new state.Token("tie_close", "span", -1)];
    open.attrSet("class", "tied");
    text.content = particle;
    result.push(open, token, text, close);
  }
  return result;
}
