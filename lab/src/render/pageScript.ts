import { PageConfig } from "@jupyterlab/coreutils";

const scripts = new Map<string, Promise<void>>();

/**
 * Loads a script with the first output that needs it, from the place that served the page.
 *
 * @param option of the page's configuration with its address
 */
export function pageScript(option: string, otherwise: string): Promise<void> {
  const src = PageConfig.getOption(option) || otherwise;
  const loaded = scripts.get(src) ?? new Promise<void>((resolve, reject) => {
    const element = document.createElement("script");
    element.src = src;
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(`pageScript: expected a script at ${src}, got none`));
    document.head.append(element);
  });
  scripts.set(src, loaded);
  return loaded;
}
