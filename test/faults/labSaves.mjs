/** A server that saves a notebook again and again, each time another, as a page does. */
import { Checkpoints } from "../../dist/jupyter/server/contents/checkpoints.js";
import { Contents } from "../../dist/jupyter/server/contents/contents.js";
import { Trust } from "../../dist/jupyter/server/contents/trust.js";
import { NodeStore } from "../../dist/jupyter/server/nodeStore.js";
import { router } from "../../dist/jupyter/server/router.js";
import { checkpointRoutes } from "../../dist/jupyter/server/routes/checkpoints.js";
import { contentsRoutes } from "../../dist/jupyter/server/routes/contents.js";

const [, , folder] = process.argv;
const [files, own] = [new NodeStore(folder), new NodeStore(`${folder}/own`)];
const routes = router([...checkpointRoutes(new Checkpoints(files, own)), ...contentsRoutes(new Contents(files, new Trust(own)), async () => {})]);

async function ask(method, path, body) {
  const request = { method, path: path.split("/"), query: new URLSearchParams(), headers: {}, body: Buffer.from(JSON.stringify(body ?? {})) };
  const { status } = await routes(request);
  if (status >= 300) throw new Error(`${method} ${path}: ${status}`);
}

for (let number = 1; number <= 15; number++) {
  const text = { cell_type: "markdown", id: "a", metadata: {}, source: `${number} ${"line of a notebook\n".repeat(5_000)}line ${number}` };
  const outputs = [{ output_type: "stream", name: "stdout", text: `${number}` }];
  const code = { cell_type: "code", id: "b", metadata: { trusted: true }, source: "1", outputs, execution_count: number };
  await ask("PUT", "api/contents/saved.ipynb", { type: "notebook", format: "json", content: { cells: [text, code], metadata: {}, nbformat: 4, nbformat_minor: 5 } });
  await ask("POST", "api/contents/saved.ipynb/checkpoints");
}
