/** What prints in cells, with the texts that Node gives: its console, and as much of its `process` as prints. */
import { formatWithOptions, inspect } from "#inspect";
import { consoleTable } from "./consoleTable.js";
import type { StreamName } from "../protocol/messages.js";

type Write = (name: StreamName, text: string) => void;
type Values = readonly unknown[];

/** @param write gets each text as it is written */
export function pageConsole(write: Write): object {
  const counts = new Map<string, number>();
  const begun = new Map<string, number>();
  let indent = "";
  const format = (values: Values): string => formatWithOptions({}, ...values);
  const print = (name: StreamName, text: string): void => write(name, `${indent}${indent === "" ? text : text.replaceAll("\n", `\n${indent}`)}\n`);
  const log = (...values: Values): void => print("stdout", format(values));
  const error = (...values: Values): void => print("stderr", format(values));
  const group = (...values: Values): void => {
    if (values.length > 0) log(...values);
    indent += "  ";
  };
  const elapsed = (label: string, values: Values): void => {
    const start = begun.get(label);
    if (start === undefined) error(`Warning: No such label '${label}' for console.timeLog()`);
    else log(`${label}: ${elapsedText(performance.now() - start)}`, ...values);
  };
  return {
    log, info: log, debug: log, error, warn: error, group, groupCollapsed: group,
    groupEnd: () => void (indent = indent.slice(2)),
    trace: (...values: Values) => {
      const { stack } = Object.assign(new Error(format(values)), { name: "Trace" });
      error(`Trace${values.length > 0 ? `: ${format(values)}` : ""}${stack?.slice(stack.search(/\n {4}at |$/)) ?? ""}`);
    },
    dir: (value: unknown, options?: object) => print("stdout", inspect(value, { customInspect: false, ...options })),
    table: (data: unknown, columns?: readonly string[]) => log(consoleTable(data, columns) ?? data),
    assert: (isRight: unknown, ...values: Values) => {
      if (!isRight) error(...(typeof values[0] === "string" ? [`Assertion failed: ${values[0]}`, ...values.slice(1)] : values.length > 0 ? ["Assertion failed:", ...values] : ["Assertion failed"]));
    },
    count: (label = "default") => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      log(`${label}: ${counts.get(label)}`);
    },
    countReset: (label = "default") => void counts.delete(label),
    time: (label = "default") => void begun.set(label, performance.now()),
    timeLog: (label = "default", ...values: Values) => elapsed(label, values),
    timeEnd: (label = "default") => {
      elapsed(label, []);
      begun.delete(label);
    },
  };
}

function elapsedText(milliseconds: number): string {
  return milliseconds < 1000 ? `${Number(milliseconds.toFixed(3))}ms` : `${(milliseconds / 1000).toFixed(3)}s`;
}

/** It has no `nextTick`, by which libraries know Node. @param folder of the notebook */
export function pageProcess(write: Write, folder: string, env: Record<string, string | undefined>): object {
  const stream = (name: StreamName): object => {
    const decoder = new TextDecoder();
    return {
      isTTY: false,
      write: (chunk: string | Uint8Array): boolean => {
        write(name, typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true }));
        return true;
      },
    };
  };
  return { browser: true, platform: "browser", argv: [], env, versions: {}, cwd: () => folder, stdout: stream("stdout"), stderr: stream("stderr") };
}
