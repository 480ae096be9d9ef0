/** Our translations in the form that Jupyter reads. */

const CONTEXT = "\u0004";

/**
 * @param {Record<"menu" | "error" | "plural" | "shared" | "own", Record<string, string>>} texts English and translation: titles of menus,
 *   titles of error boxes, texts with a number, all others, and those of our own parts
 * @param {string} language as in `<html lang>`
 * @returns {object} a dictionary for each domain
 */
export function locale({ menu, error, plural, shared, own }, language) {
  const jupyter = {
    ...entries(shared),
    ...entries(menu, `menu${CONTEXT}`),
    ...entries(error, `showErrorMessage${CONTEXT}`),
    // Jupyter takes a text for one that counts only where it has a plural of its own.
    ...Object.fromEntries(Object.entries(plural).map(([english, text]) => [english, [text, text]])),
  };
  const domains = { jupyterlab: jupyter, notebook: entries(shared), two_layer_net: entries(own) };
  return Object.fromEntries(Object.entries(domains).map(([domain, dictionary]) => [domain, { "": header(domain, language), ...dictionary }]));
}

const header = (domain, language) => ({ domain, language, plural_forms: "nplurals=2; plural=(n != 1);" });

function entries(texts, context = "") {
  return Object.fromEntries(Object.entries(texts).map(([english, text]) => [context + english, [text]]));
}
