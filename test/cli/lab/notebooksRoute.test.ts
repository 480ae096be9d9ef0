import { describe, expect, it } from "vitest";
import { notebooksRoute } from "../../../src/cli/lab/notebooksRoute.js";
import { router } from "../../../src/jupyter/server/router.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { answer, hint, ipynb, put, text } from "../submit/sampleProject.js";

type Fields = Record<string, unknown>;

function project(): string {
  const root = temporaryFolder();
  put(root, "notebooks/package.json", JSON.stringify({ notebooks: ["zebra", "ant"] }));
  return root;
}

async function overview(root: string, query = "", lang = "en"): Promise<any> {
  const routes = router([notebooksRoute(root, () => lang)]);
  const answer = await routes({ method: "GET", path: ["two-layer-net", "notebooks"], query: new URLSearchParams(query), headers: {}, body: new Uint8Array() });
  expect(answer.status).toBe(200);
  return JSON.parse(String(answer.body));
}

const exercise: Fields = { cell_type: "code", id: "write", metadata: { tags: ["exercise"] }, source: "", outputs: [], execution_count: null };
const check = (id: string, ...outputs: Fields[]): Fields => ({ cell_type: "code", id, metadata: {}, source: "check", outputs, execution_count: 1 });
const shown = (report: Fields): Fields => ({ output_type: "execute_result", execution_count: 1, metadata: {}, data: { "text/plain": "x", "application/vnd.two-layer-net.checks+json": report } });

describe("the overview", () => {
  it("is in reading order, with titles, openings and answers", async () => {
    const root = project();
    put(root, "notebooks/ant.ipynb", ipynb([text("t", "# 2. The ant\n\nIt **walks**.\nSlowly.\n\nMore."), answer("a", hint), answer("b", "**Your answer:** because")], { title: "Ant" }));
    put(root, "notebooks/zebra.ipynb", ipynb([text("t", "# 1. Zebra\n- a list\n\n> a quote")]));
    put(root, "notebooks/aside.ipynb", ipynb([]));
    const nothing = { exercises: { passed: 0, failed: 0, total: 0 }, problem: null };
    expect(await overview(root)).toEqual({
      lang: "en",
      notebooks: [
        { path: "zebra.ipynb", name: "zebra", title: "Zebra", summary: "", answers: { given: 0, total: 0 }, ...nothing },
        { path: "ant.ipynb", name: "ant", title: "Ant", summary: "It **walks**.\nSlowly.", answers: { given: 1, total: 2 }, ...nothing },
        { path: "aside.ipynb", name: "aside", title: "aside", summary: "", answers: { given: 0, total: 0 }, ...nothing },
      ],
    });
  });

  it("is of the edition that is asked for, or else the reader's", async () => {
    const root = project();
    put(root, "notebooks/zebra.ipynb", ipynb([]));
    put(root, "notebooks/ko/zebra.ipynb", ipynb([text("t", "# 1. 얼룩말")]));
    const korean = { lang: "ko", notebooks: [{ path: "ko/zebra.ipynb", name: "zebra", title: "얼룩말" }] };
    expect(await overview(root, "lang=ko")).toMatchObject(korean);
    expect(await overview(root, "", "ko")).toMatchObject(korean);
    expect((await overview(root, "lang=en", "ko")).notebooks[0].path).toBe("zebra.ipynb");
    expect((await overview(root, "lang=../..")).lang).toBe("en");
  });

  it("counts each check once: passed, failed, or not yet written", async () => {
    const root = project();
    const report = (status: string): Fields => shown({ version: 1, subject: "x", status });
    const cells = [
      exercise, exercise, check("check-passed", report("passed")),
      exercise, check("check-failed", report("failed")),
      exercise, check("check-thrown", report("failed"), { output_type: "error", ename: "RangeError", evalue: "no", traceback: [] }),
      exercise, check("check-stub", report("not written yet")),
      exercise, check("check-not-run"),
      check("other", report("passed")),
    ];
    put(root, "notebooks/zebra.ipynb", ipynb(cells));
    expect((await overview(root)).notebooks[0].exercises).toEqual({ passed: 1, failed: 2, total: 5 });
    put(root, "notebooks/given.json", JSON.stringify({ checks: { "notebooks/zebra.ipynb": { "check-passed": "another sum", "check-gone": "sum" } } }));
    expect((await overview(root)).notebooks[0].exercises).toEqual({ passed: 0, failed: 4, total: 6 });
  });

  it("says of a broken file what is wrong, and lists the others", async () => {
    const root = project();
    put(root, "notebooks/ant.ipynb", "{\n<<<<<<< HEAD\n");
    put(root, "notebooks/zebra.ipynb", ipynb([]));
    const { notebooks } = await overview(root);
    expect(notebooks.map(({ name, problem }: any) => [name, problem])).toEqual([
      ["zebra", null],
      ["ant", "readNotebook: expected ant.ipynb to be JSON, got line 2: a merge conflict that is not resolved"],
    ]);
  });
});
