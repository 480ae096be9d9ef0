import type { JupyterFrontEndPlugin } from "@jupyterlab/application";
import { IEditorLanguageRegistry } from "@jupyterlab/codemirror";
import { createMarkdownParser } from "@jupyterlab/markedparser-extension";
import { IMarkdownParser } from "@jupyterlab/rendermime";

/** A tag, which is left alone, or a dollar sign. */
const TAG_OR_DOLLAR = /<[^>]*>|\$/g;

/**
 * Jupyter's Markdown, in which a dollar sign stays one. Formulas are cut out before the parser sees the text and put
 * back afterwards, so a `$` in what it gives was written as `\$` or stands alone. By itself in an element it is not
 * taken for a formula's beginning.
 */
export const markdown: JupyterFrontEndPlugin<IMarkdownParser> = {
  id: "@two-layer-net/lab:markdown",
  autoStart: true,
  provides: IMarkdownParser,
  requires: [IEditorLanguageRegistry],
  activate: (_, languages: IEditorLanguageRegistry): IMarkdownParser => {
    const parser = createMarkdownParser(languages, { blocks: [] });
    return {
      ...parser,
      render: async (content) => (await parser.render(content)).replace(TAG_OR_DOLLAR, (found) => (found === "$" ? "<span>$</span>" : found)),
    };
  },
};
