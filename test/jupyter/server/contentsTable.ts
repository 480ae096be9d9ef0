/** What a lab does with files, wherever it keeps them. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { FilesHost, Reply } from "./labHost.js";

const NOTEBOOKS = resolve(import.meta.dirname, "../../../notebooks");
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export function describeFiles(lab: FilesHost): void {
  beforeEach(() => lab.begin());

  const put = (path: string, content: string, format = "text"): Promise<Reply> => lab.ask("PUT", `/api/contents/${path}`, { type: "file", format, content });
  const get = (path: string): Promise<any> => lab.ask("GET", `/api/contents/${path}`).then(({ json }) => json);

  it("are written and read, every key there", async () => {
    const { status, json } = await put("a.txt", "hällo\n");
    expect([status, json.hash]).toEqual([201, expect.stringMatching(/^[0-9a-f]{64}$/)]);
    const model = { name: "a.txt", path: "a.txt", type: "file", created: expect.stringMatching(TIME), last_modified: expect.stringMatching(TIME), mimetype: "text/plain", writable: true, size: 7 };
    expect(json).toEqual({ ...model, content: null, format: null, hash: json.hash, hash_algorithm: "sha256" });
    expect(await get("a.txt")).toEqual({ ...model, content: "hällo\n", format: "text", hash: null, hash_algorithm: null });
    expect(await get("a.txt?content=0&hash=1")).toEqual({ ...model, content: null, format: null, hash: json.hash, hash_algorithm: "sha256" });
    expect((await put("a.txt", "")).status).toBe(200);
    expect((await get("a.txt")).size).toBe(0);
  });

  it("have the hash of their bytes", async () => {
    // sha256sum of "abc": FIPS 180-2, B.1
    expect((await put("a.txt", "abc")).json.hash).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it("of bytes that are no text come in base64", async () => {
    await put("a.bin", "AP8B", "base64");
    expect(await get("a.bin")).toMatchObject({ content: "AP8B", format: "base64", mimetype: "application/octet-stream", size: 3 });
    expect((await lab.ask("GET", "/api/contents/a.bin?format=text")).json.message).toBe("expected a.bin to be text in UTF-8, got other bytes");
    await put("b.txt", "hi");
    expect(await get("b.txt?format=base64")).toMatchObject({ content: "aGk=", format: "base64" });
    expect((await put("c.txt", "***", "base64")).status).toBe(400);
  });

  it("of a large size survive base64", async () => {
    const bytes = Buffer.alloc(300_000, "0123456789");
    await put("a.bin", bytes.toString("base64"), "base64");
    expect(Buffer.from((await get("a.bin?format=base64")).content, "base64").equals(bytes)).toBe(true);
  });

  it("come in pieces, of which none is seen before the last", async () => {
    const piece = (chunk: number, content: string): Promise<Reply> => lab.ask("PUT", "/api/contents/big.txt", { type: "file", format: "text", content, chunk });
    expect((await piece(2, "b")).status).toBe(400);
    expect((await piece(1, "a")).json).toMatchObject({ name: "big.txt", content: null });
    await piece(2, "b");
    expect((await lab.ask("GET", "/api/contents/big.txt")).status).toBe(404);
    expect((await piece(-1, "c")).status).toBe(201);
    expect((await get("big.txt")).content).toBe("abc");
  });

  it("are listed by folder, without their content and in order", async () => {
    await put("b.txt", "b");
    await put("a/x.md", "x");
    await lab.ask("PUT", "/api/contents/c", { type: "directory" });
    const top = await get("");
    expect(top).toMatchObject({ name: "", path: "", type: "directory", format: "json", mimetype: null, size: null });
    expect(top.content.map(({ name, type, content, path }: any) => [name, type, content, path])).toEqual([["a", "directory", null, "a"], ["b.txt", "file", null, "b.txt"], ["c", "directory", null, "c"]]);
    expect((await get("a")).content.map(({ path }: any) => path)).toEqual(["a/x.md"]);
    expect((await get("a?content=0")).content).toBeNull();
    expect((await lab.ask("GET", "/api/contents/a?type=file")).status).toBe(400);
    expect((await lab.ask("GET", "/api/contents/b.txt?type=directory")).status).toBe(400);
    expect((await lab.ask("GET", "/api/contents/b.txt?type=other")).status).toBe(400);
  });

  it("get names of their own when they are new or copied", async () => {
    const made = async (body: object): Promise<string> => {
      const { status, json, headers } = await lab.ask("POST", "/api/contents/", body);
      expect([status, headers.location]).toEqual([201, `/api/contents/${encodeURIComponent(json.path)}`]);
      return json.path;
    };
    expect([await made({ type: "notebook" }), await made({ type: "notebook" })]).toEqual(["Untitled.ipynb", "Untitled1.ipynb"]);
    expect([await made({ type: "directory" }), await made({ type: "directory" })]).toEqual(["Untitled Folder", "Untitled Folder 1"]);
    expect([await made({ type: "file", ext: ".ts" }), await made({})]).toEqual(["untitled.ts", "untitled.txt"]);
    expect([await made({ copy_from: "Untitled.ipynb" }), await made({ copy_from: "Untitled-Copy1.ipynb" })]).toEqual(["Untitled-Copy1.ipynb", "Untitled-Copy2.ipynb"]);
    expect((await get("Untitled.ipynb")).content).toEqual({ cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 });
    expect((await lab.ask("POST", "/api/contents/none", {})).status).toBe(404);
    expect((await lab.ask("POST", "/api/contents/untitled.ts", {})).status).toBe(400);
    expect((await lab.ask("POST", "/api/contents/", { copy_from: "none" })).status).toBe(404);
    expect((await lab.ask("POST", "/api/contents/", { type: "file", ext: "/../x" })).status).toBe(404);
  });

  it("move, but not onto others", async () => {
    await put("a.txt", "a");
    await put("b.txt", "b");
    const move = (from: string, path: unknown): Promise<Reply> => lab.ask("PATCH", `/api/contents/${from}`, { path });
    expect((await move("a.txt", "b.txt")).json.message).toBe("there is already something called b.txt");
    expect((await move("a.txt", "b.txt")).status).toBe(409);
    expect((await move("a.txt", "new/c.txt")).json).toMatchObject({ path: "new/c.txt", name: "c.txt", content: null });
    expect((await get("new/c.txt")).content).toBe("a");
    expect((await lab.ask("GET", "/api/contents/a.txt")).status).toBe(404);
    expect((await move("new", "new/inside")).status).toBe(400);
    expect((await move("none", "d")).status).toBe(404);
    expect((await move("", "d")).status).toBe(400);
    expect((await move("b.txt", undefined)).status).toBe(400);
    expect((await move("b.txt", 1)).status).toBe(400);
  });

  it("are deleted; a folder only when it is empty", async () => {
    await put("a/x.txt", "x");
    expect((await lab.ask("DELETE", "/api/contents/a")).json.message).toBe("the folder a is not empty; delete what is in it first");
    expect((await lab.ask("DELETE", "/api/contents/a/x.txt")).status).toBe(204);
    expect((await lab.ask("DELETE", "/api/contents/a")).status).toBe(204);
    expect((await lab.ask("DELETE", "/api/contents/a")).status).toBe(404);
    expect((await lab.ask("DELETE", "/api/contents/")).status).toBe(400);
  });

  it("are refused where they make no sense", async () => {
    await put("a/x.txt", "x");
    expect((await put("a", "x")).status).toBe(400);
    expect((await put("", "x")).status).toBe(400);
    expect((await lab.ask("PUT", "/api/contents/b.txt", { type: "file", format: "text" })).status).toBe(400);
    expect((await lab.ask("PUT", "/api/contents/b.txt", { type: "file", format: "text", content: { a: 1 } })).status).toBe(400);
    expect((await lab.ask("PUT", "/api/contents/b.ipynb", { type: "notebook", content: { cells: 1 } })).json.message).toMatch(/^readNotebook: expected b\.ipynb to be a notebook/);
    await put("broken.ipynb", "{\n oops");
    expect((await lab.ask("GET", "/api/contents/broken.ipynb")).json.message).toMatch(/^readNotebook: expected broken\.ipynb to be JSON, got line 2/);
    expect((await lab.ask("POST", "/api/contents/a/x.txt/none", {})).status).toBe(404);
    expect((await lab.ask("OPTIONS", "/api/contents/a")).status).toBe(405);
  });

  it("have a checkpoint that brings back what was, and follows a rename", async () => {
    await put("a.txt", "first");
    expect((await lab.ask("GET", "/api/contents/a.txt/checkpoints")).json).toEqual([]);
    const { status, json } = await lab.ask("POST", "/api/contents/a.txt/checkpoints");
    expect([status, json]).toEqual([201, { id: "checkpoint", last_modified: expect.stringMatching(TIME) }]);
    await put("a.txt", "second");
    await lab.ask("PATCH", "/api/contents/a.txt", { path: "b.txt" });
    expect((await lab.ask("GET", "/api/contents/b.txt/checkpoints")).json).toEqual([json]);
    expect((await lab.ask("POST", "/api/contents/b.txt/checkpoints/checkpoint")).status).toBe(204);
    expect((await get("b.txt")).content).toBe("first");
    expect((await lab.ask("DELETE", "/api/contents/b.txt/checkpoints/checkpoint")).status).toBe(204);
    expect((await lab.ask("POST", "/api/contents/b.txt/checkpoints/checkpoint")).status).toBe(404);
    expect((await lab.ask("POST", "/api/contents/none/checkpoints")).status).toBe(404);
    expect((await get("")).content.map(({ name }: any) => name)).toEqual(["b.txt"]);
  });

  describe("notebooks", () => {
    const names = ["", "ko/"].flatMap((folder) => readdirSync(join(NOTEBOOKS, folder)).filter((name) => name.endsWith(".ipynb")).map((name) => folder + name));
    const committed = (name: string): Buffer => readFileSync(join(NOTEBOOKS, name));
    const save = (name: string, content: unknown): Promise<Reply> => lab.ask("PUT", `/api/contents/${name}`, { type: "notebook", format: "json", content });

    it("are 14", () => expect(names).toHaveLength(14));

    it.each(names)("%s is byte for byte what it was, when it is opened and saved", async (name) => {
      await lab.write(name, committed(name));
      const { content } = await get(name);
      const code = content.cells.filter(({ cell_type }: any) => cell_type === "code");
      expect(code.every(({ source, metadata }: any) => typeof source === "string" && typeof metadata.trusted === "boolean")).toBe(true);
      // What a front end does: its own order of keys, and the language of the kernel that runs.
      content.metadata = { language_info: { name: "typescript", version: "5.0", mimetype: "application/typescript" }, ...content.metadata, kernelspec: backwards(content.metadata.kernelspec) };
      content.metadata.language_info = { name: "typescript", version: "5.0" };
      content.cells = content.cells.map(backwards);
      expect((await save(name, content)).status).toBe(200);
      expect(Buffer.from(await lab.read(name)).equals(committed(name))).toBe(true);
    });

    it("keep what changed, and the form of the rest", async () => {
      const name = "two_layer_net.ipynb";
      await lab.write(name, committed(name));
      const { content } = await get(name);
      const answer = content.cells.find(({ id }: any) => id === "answer-1");
      answer.source = "**Your answer:** because\nit is so";
      await save(name, content);
      const [before, after] = [committed(name).toString().split("\n"), Buffer.from(await lab.read(name)).toString().split("\n")];
      const added = after.filter((line) => !before.includes(line));
      expect(added).toEqual(['    "**Your answer:** because\\n",', '    "it is so"']);
    });

    it("lose nothing that is a front end's own but trust, and nothing of a figure that is there as data", async () => {
      const figure = { "application/vnd.plotly.v1+json": { data: [] }, "image/png": "aGk=", "text/html": "<div></div><script>large</script>" };
      const outputs = [{ output_type: "display_data", data: figure, metadata: {}, transient: { display_id: "a" } }, { output_type: "display_data", data: { "text/html": "<b>1</b>" }, metadata: {} }];
      const cell = { cell_type: "code", id: "a", source: "x\ny", metadata: { trusted: true, tags: ["t"] }, outputs, execution_count: 1 };
      await save("a.ipynb", { cells: [cell], metadata: { orig_nbformat: 4 }, nbformat: 4, nbformat_minor: 5 });
      expect(JSON.parse(Buffer.from(await lab.read("a.ipynb")).toString())).toEqual({
        cells: [
          {
            cell_type: "code",
            execution_count: 1,
            id: "a",
            metadata: { tags: ["t"] },
            outputs: [
              { output_type: "display_data", data: { "application/vnd.plotly.v1+json": { data: [] }, "image/png": "aGk=" }, metadata: {} },
              { output_type: "display_data", data: { "text/html": ["<b>1</b>"] }, metadata: {} },
            ],
            source: ["x\n", "y"],
          },
        ],
        metadata: { orig_nbformat: 4 },
        nbformat: 4,
        nbformat_minor: 5,
      });
    });

    it("have the same ids when they are read and when they are saved", async () => {
      await lab.write("old.ipynb", JSON.stringify({ cells: [{ cell_type: "markdown", source: ["a"], metadata: {} }, { cell_type: "raw", id: "cell-1", source: "b", metadata: {} }], metadata: {}, nbformat: 4, nbformat_minor: 4 }));
      const { content } = await get("old.ipynb");
      await save("old.ipynb", content);
      expect((await get("old.ipynb")).content.cells.map(({ id }: any) => id)).toEqual(content.cells.map(({ id }: any) => id));
    });

    const trusted = async (name: string): Promise<boolean[]> => (await get(name)).content.cells.map(({ metadata }: any) => metadata.trusted);
    const cellWith = (id: string, html: string, isTrusted: boolean): object => ({
      cell_type: "code",
      id,
      source: id,
      metadata: { trusted: isTrusted },
      execution_count: 1,
      outputs: html === "" ? [] : [{ output_type: "display_data", data: { "text/html": html }, metadata: {} }],
    });
    const notebook = (...cells: object[]): object => ({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });

    it("show as trusted only the outputs that were made here, whatever the file says", async () => {
      await lab.write("a.ipynb", JSON.stringify(notebook(cellWith("a", "<script>", true), cellWith("b", "", true))));
      expect(await trusted("a.ipynb")).toEqual([false, true]);
      await save("a.ipynb", notebook(cellWith("a", "<i>", true), cellWith("b", "<b>", false)));
      expect(await trusted("a.ipynb")).toEqual([true, false]);
      // The same outputs below other code, or other outputs below the same, are of other origin.
      await lab.write("a.ipynb", JSON.stringify(notebook(cellWith("a", "<i>2", true), cellWith("b", "<i>", true))));
      expect(await trusted("a.ipynb")).toEqual([false, false]);
    });

    it("are trusted under another name and after a restart of the server", async () => {
      await save("a.ipynb", notebook(cellWith("a", "<i>\n2", true)));
      await lab.ask("PATCH", "/api/contents/a.ipynb", { path: "b.ipynb" });
      expect(await trusted("b.ipynb")).toEqual([true]);
      await lab.again();
      expect(await trusted("b.ipynb")).toEqual([true]);
      await lab.again(true);
      expect(await trusted("b.ipynb")).toEqual([false]);
    });
  });

  it("are downloaded by their name", async () => {
    await put(encodeURIComponent("a b'(é).txt"), "x");
    const { headers, text } = await lab.ask("GET", `/files/${encodeURIComponent("a b'(é).txt")}`);
    expect([headers["content-disposition"], text]).toEqual(["attachment; filename*=UTF-8''a%20b%27%28%C3%A9%29.txt", "x"]);
    expect((await lab.ask("GET", "/files/")).status).toBe(404);
  });
}

/** The same object with its keys the other way round. */
function backwards(value: any): any {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, inside]) => [key, backwards(inside)]));
}
