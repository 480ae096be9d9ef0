/** Declarations of what cells get from `import { display } from "tslab"` in a page. */
export const TSLAB_TYPES = `
export interface Display {
  javascript(code: string): void;
  html(html: string): void;
  markdown(markdown: string): void;
  latex(latex: string): void;
  svg(svg: string): void;
  text(text: string): void;
  png(bytes: Uint8Array): void;
  jpeg(bytes: Uint8Array): void;
  gif(bytes: Uint8Array): void;
  pdf(bytes: Uint8Array): void;
  /** Shows content of any MIME type. */
  raw(type: string, content: string | Uint8Array): void;
}
export declare const display: Display;
/** A display that replaces what it has shown before. */
export declare function newDisplay(): Display;
export declare const versions: { readonly tslab: string; readonly typescript: string; readonly node: string };
`;
