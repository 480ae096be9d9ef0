/** Options with names that are checked: a misspelt one must not be passed over in silence. */
import { unknownName } from "./unknownName.js";

/**
 * The options as given, and the defaults where there is nothing or undefined.
 *
 * @param caller begins the error's text
 * @param defaults every option there is
 * @throws {TypeError} if an option has a name that is not among the defaults
 */
export function fillOptions<Settled extends object>(caller: string, options: object, defaults: Settled): Settled {
  const known = Object.keys(defaults);
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) throw new TypeError(`${caller}: ${unknownName("option", name, known)}`);
  }
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(given) };
}
