/** The MIME type of what is to be played with: what `src/play` draws in a page, as `{ kind, language, options }`. */
export const playType = "application/vnd.two-layer-net.play+json";
