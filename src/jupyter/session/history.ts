import type { Json } from "../protocol/messages.js";

/** This run of the kernel among those of the past, of which nothing is kept. */
const SESSION = 1;

type Entry = readonly [session: number, line: number, input: string];

/** The cells of this session, for front ends that let people step back through them. */
export class History {
  readonly #entries: Entry[] = [];

  /** @param count execution count of the cell */
  add(count: number, code: string): void {
    this.#entries.push([SESSION, count, code]);
  }

  /**
   * Answers a history_request.
   *
   * @returns entries `[session, line, input]`, or with `output` `[session, line, [input, null]]`: results are not kept
   */
  answer(content: Json): Json {
    const found = this.#find(content);
    const history = content["output"] === true ? found.map(([session, line, input]) => [session, line, [input, null]]) : found;
    return { status: "ok", history };
  }

  #find({ hist_access_type: type, n, pattern, unique, session, start, stop }: Json): readonly Entry[] {
    const last = (entries: readonly Entry[]): readonly Entry[] => (typeof n === "number" && n > 0 ? entries.slice(-n) : entries);
    if (type === "tail") return last(this.#entries);
    if (type === "search") {
      const wanted = matcher(String(pattern ?? "*"));
      const found = this.#entries.filter(([, , input]) => wanted.test(input));
      return last(unique === true ? found.filter(([, , input], i) => found.findLastIndex(([, , other]) => other === input) === i) : found);
    }
    // Sessions before this one count from it: 0 is this one, too.
    if (type !== "range" || (Number(session ?? 0) !== 0 && session !== SESSION)) return [];
    const [from, to] = [Number(start ?? 0), Number(stop ?? Infinity)];
    return this.#entries.filter(([, line]) => line >= from && line < to);
  }
}

/** A pattern in which `*` stands for any text, and `?` for a character. */
function matcher(pattern: string): RegExp {
  const source = pattern.replace(/[\\^$.|+()[\]{}]/g, "\\$&").replaceAll("*", "[^]*").replaceAll("?", "[^]");
  return new RegExp(`^${source}$`);
}
