type Properties<Name extends keyof HTMLElementTagNameMap> = Partial<Omit<HTMLElementTagNameMap[Name], "style" | "children">>;

/** An element with its properties set, and with what is in it: text stays text, whatever it says. */
export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, properties: Properties<Name> = {}, ...inside: readonly (Node | string)[]): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
}
