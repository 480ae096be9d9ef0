/** What clients are told of the kernels that are installed. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findKernelSpec, type KernelSpec } from "../../protocol/kernelSpec.js";
import { isFields } from "../request.js";
import type { Spec } from "./nodeKernels.js";

/**
 * Every kernel of the data folders; of two with one name the first counts. What is no kernelspec is left out.
 *
 * @param first the name of the one for new notebooks
 */
export function installedSpecs(folders: readonly string[], first: string): Spec[] {
  const names = new Set([first, ...folders.flatMap(namesIn)]);
  return [...names].flatMap((name) => {
    try {
      const spec = findKernelSpec(name, folders);
      return [{ spec, model: { name, spec: described(spec), resources: {} } }];
    } catch (error) {
      // One that is broken must not keep the others from being used; the first is the reason why the server runs.
      if (name === first) throw error;
      return [];
    }
  });
}

function namesIn(folder: string): string[] {
  const kernels = join(folder, "kernels");
  return existsSync(kernels) ? readdirSync(kernels).filter((name) => existsSync(join(kernels, name, "kernel.json"))) : [];
}

function described({ name, folder, argv, env }: KernelSpec): Spec["model"]["spec"] {
  const fields = JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8")) as Record<string, unknown>;
  const text = (key: string, otherwise: string): string => (typeof fields[key] === "string" ? (fields[key] as string) : otherwise);
  return {
    argv,
    env,
    display_name: text("display_name", name),
    language: text("language", ""),
    interrupt_mode: text("interrupt_mode", "signal"),
    metadata: isFields(fields.metadata) ? fields.metadata : {},
  };
}
