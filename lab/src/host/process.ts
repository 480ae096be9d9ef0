/** What path-browserify asks of Node's process. */
export const process = { env: {}, cwd: () => "/" };
