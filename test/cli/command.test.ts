import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Command, runCommand, type Surroundings } from "../../src/cli/command.js";

interface Options {
  readonly help: boolean;
}

let said = { out: "", err: "" };
let listeners: [string, (...args: any[]) => void][] = [];
const argv = process.argv;

beforeEach(() => {
  said = { out: "", err: "" };
  vi.spyOn(process.stdout, "write").mockImplementation((text) => ((said.out += text), true));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => ((said.err += text), true));
  // Those of the process itself: a test that sends a signal by hand must reach the command alone.
  listeners = ["SIGHUP", "SIGINT", "SIGTERM"].flatMap((name) => process.listeners(name as NodeJS.Signals).map((listener) => [name, listener] as [string, any]));
  for (const [name, listener] of listeners) process.off(name, listener);
});

afterEach(() => {
  process.argv = argv;
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  for (const name of ["SIGHUP", "SIGINT", "SIGTERM"]) process.removeAllListeners(name);
  for (const [name, listener] of listeners) process.on(name, listener);
});

/** Runs a command of which a part is as given; the line is what follows the program's name. */
function run(part: Partial<Command<Options>>, line: string[] = []): Promise<number> {
  process.argv = ["node", "command.js", ...line];
  return runCommand<Options>({ usage: "Usage: it\n", readOptions: () => ({ help: false }), run: async () => true, errorStatus: 2, ...part });
}

describe("runCommand", () => {
  it("is 0 if all went well, 1 if not", async () => {
    expect(await run({ run: async () => true })).toBe(0);
    expect(await run({ run: async () => false })).toBe(1);
    expect(said).toEqual({ out: "", err: "" });
  });

  it("is the command's own status where it throws, and says why", async () => {
    const fail = async () => Promise.reject(new Error("no such folder"));
    expect(await run({ run: fail, errorStatus: 1 })).toBe(1);
    expect(await run({ run: fail, errorStatus: 2 })).toBe(2);
    expect(said).toEqual({ out: "", err: "no such folder\nno such folder\n" });
  });

  it("is 2 for a wrong command line, with the usage, and nothing is run", async () => {
    const started = vi.fn<() => Promise<boolean>>();
    const readOptions = (args: readonly string[]): Options => {
      throw new TypeError(`unknown: ${args.join(" ")}`);
    };
    expect(await run({ readOptions, run: started }, ["--fast", "x"])).toBe(2);
    expect(said).toEqual({ out: "", err: "unknown: --fast x\n\nUsage: it\n" });
    expect(started).not.toHaveBeenCalled();
  });

  it("is 2 where npm took an option for itself, and nothing is run", async () => {
    vi.stubEnv("npm_lifecycle_event", "it");
    vi.stubEnv("npm_config_own_name", "Ada");
    const started = vi.fn<() => Promise<boolean>>();
    expect(await run({ usage: "Usage: it [--own-name <name>]\n", run: started })).toBe(2);
    expect(said.out).toBe("");
    expect(said.err).toMatch(/^npm took --own-name for itself: write npm run it -- --own-name,/);
    expect(started).not.toHaveBeenCalled();
  });

  it("prints the usage for help, and nothing is run", async () => {
    const started = vi.fn<() => Promise<boolean>>();
    expect(await run({ readOptions: () => ({ help: true }), run: started })).toBe(0);
    expect(said).toEqual({ out: "Usage: it\n", err: "" });
    expect(started).not.toHaveBeenCalled();
  });

  it("works in the project, where the terminal is", async () => {
    let given: Surroundings | undefined;
    await run({ run: async (_, surroundings) => (given = surroundings).signal?.aborted === false });
    given!.terminal.line("hello");
    expect(given!.workingDirectory).toBe(process.cwd());
    expect(given!.root).toMatch(/[/\\]$/);
    expect(said.out).toMatch(/hello\n$/);
  });

  it.each([["SIGHUP", 129], ["SIGINT", 130], ["SIGTERM", 143]] as const)("%s stops the run, and is status %d however the run ends", async (name, status) => {
    const stopped = (end: () => boolean) => async (_: Options, { signal }: Surroundings) => {
      expect(signal!.aborted).toBe(false);
      process.emit(name);
      expect(signal!.aborted).toBe(true);
      return end();
    };
    const fail = () => {
      throw new Error("in the midst of it");
    };
    for (const end of [() => false, () => true, fail]) {
      expect(await run({ run: stopped(end) })).toBe(status);
      process.removeAllListeners(name);
    }
  });

  it("a second signal ends the process at once, with that signal's status", async () => {
    const exits: unknown[] = [];
    vi.spyOn(process, "exit").mockImplementation((code) => {
      exits.push(code);
      return undefined as never;
    });
    const status = await run({
      run: async () => {
        process.emit("SIGINT");
        expect(exits).toEqual([]);
        process.emit("SIGTERM");
        return true;
      },
    });
    expect(exits).toEqual([143]);
    expect(status).toBe(143);
  });
});
