/** What Jupyter asks for only when it draws the first cells: fetched while the page is still being built. */
export function fetchForFirstCells(): void {
  const parts = [
    import("@codemirror/lang-javascript"),
    // Text, which may hold formulas and, as Jupyter sees it, Python.
    import("@codemirror/lang-markdown"),
    import("@codemirror/lang-python"),
    import("@codemirror/legacy-modes/mode/stex"),
    import("marked"),
    import("marked-gfm-heading-id"),
    import("marked-mangle"),
  ];
  // Jupyter asks again, and says what it could not have.
  for (const part of parts) part.catch(() => {});
}
