/** Korean by English. In both, `{0}`, `{1}`, ... stand for what differs from one time to the next: in English in this order. */
export type Twins = Readonly<Record<string, string>>;
