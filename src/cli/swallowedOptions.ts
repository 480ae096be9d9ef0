/** Options that npm took for its own: it does where the `--` before them is missing, and so does PowerShell's npm. */

type Environment = Readonly<Record<string, string | undefined>>;

/** node-gyp's setting is called so too, and many have it in their .npmrc. */
const OTHERS = ["jobs"];

/**
 * What to tell the user, or null. A command that went on would run without what it was asked for.
 *
 * @param usage names the options of the command
 */
export function swallowedOptions(usage: string, environment: Environment = process.env): string | null {
  const script = environment.npm_lifecycle_event;
  if (script === undefined) return null;
  const options = [...new Set([...usage.matchAll(/--([a-z][a-z\d-]*)/g)].map(([, name = ""]) => name))];
  const taken = options.filter((name) => !OTHERS.includes(name) && isTaken(name, environment));
  if (taken.length === 0) return null;
  const list = taken.map((name) => `--${name}`).join(" and ");
  const run = script === "start" ? "npm start" : `npm run ${script}`;
  return `npm took ${list} for itself: write ${run} -- --${taken[0]}, and in PowerShell put the first dashes in quotes, ${run} '--' --${taken[0]}`;
}

/** npm hands on an option as a variable, and `--no-x` as an empty `x`. */
function isTaken(name: string, environment: Environment): boolean {
  const variable = (option: string) => environment[`npm_config_${option.replaceAll("-", "_")}`];
  return name.startsWith("no-") ? ["", "false"].includes(variable(name.slice("no-".length)) ?? "unset") : (variable(name) ?? "") !== "";
}
