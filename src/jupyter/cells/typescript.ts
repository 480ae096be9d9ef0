/** The compiler, which is handed in: a page loads it in another way than Node. */
export type TypeScript = typeof import("typescript");
