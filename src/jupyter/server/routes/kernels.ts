/** `/api/kernels` and `/api/kernelspecs`. */
import { folderOf, placeIn } from "../contents/place.js";
import type { KernelModel, Kernels } from "../kernels/kernels.js";
import { empty, fieldsOf, json, Refusal, textField } from "../request.js";
import type { Places, Route } from "../router.js";

/** @param ended told of each kernel that is ended by a request */
export function kernelRoutes(kernels: Kernels, ended: (id: string) => void): Route[] {
  const one = "/api/kernels/:id";
  const known = ({ names }: Places): string => knownKernel(kernels, names.id!).id;
  return [
    {
      method: "GET",
      pattern: "/api/kernelspecs",
      handle: () => json({ default: kernels.specs()[0]?.name, kernelspecs: Object.fromEntries(kernels.specs().map((spec) => [spec.name, spec])) }),
    },
    { method: "GET", pattern: "/api/kernels", handle: () => json(kernels.list()) },
    {
      method: "POST",
      pattern: "/api/kernels",
      handle: async (request) => {
        const fields = fieldsOf(request);
        const folder = folderOf(placeIn(textField(fields, "path") ?? ""));
        const model = await startKernel(kernels, textField(fields, "name"), folder);
        return json(model, 201, { location: `/api/kernels/${model.id}` });
      },
    },
    { method: "GET", pattern: one, handle: (_, places) => json(kernels.find(known(places))) },
    {
      method: "DELETE",
      pattern: one,
      handle: async (_, places) => {
        const id = known(places);
        await kernels.end(id);
        ended(id);
        return empty();
      },
    },
    { method: "POST", pattern: `${one}/interrupt`, handle: async (_, places) => (await kernels.interrupt(known(places)), empty()) },
    { method: "POST", pattern: `${one}/restart`, handle: async (_, places) => json(await kernels.restart(known(places))) },
  ];
}

/** @throws {Refusal} 404 */
export function knownKernel(kernels: Kernels, id: string): KernelModel {
  const model = kernels.find(id);
  if (model === undefined) throw new Refusal(404, `there is no kernel ${id}`);
  return model;
}

/** @throws {Refusal} 400 if there is no kernel of that name */
export function startKernel(kernels: Kernels, name: string | undefined, folder: string): Promise<KernelModel> {
  const names = kernels.specs().map((spec) => spec.name);
  const chosen = name ?? names[0]!;
  if (!names.includes(chosen)) throw new Refusal(400, `expected one of the kernels ${names.join(", ")}, got ${JSON.stringify(chosen)}`);
  return kernels.start(chosen, folder);
}
