declare module "katex/contrib/auto-render" {
  import type { KatexOptions } from "katex";

  interface Delimiter {
    readonly left: string;
    readonly right: string;
    readonly display: boolean;
  }

  /** Replaces the formulas in the text of an element. */
  export default function renderMathInElement(element: HTMLElement, options: KatexOptions & { readonly delimiters: readonly Delimiter[] }): void;
}
