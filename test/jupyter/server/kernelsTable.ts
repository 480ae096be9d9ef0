/** What a lab does with kernels, and with the pages that look at them: with one that starts at once. */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type KernelsHost, type Message, type Page, printed } from "./labHost.js";

export function describeKernels(lab: KernelsHost): void {
  let kernel: string;
  const pages: Page[] = [];

  beforeAll(async () => {
    kernel = (await lab.ask("POST", "/api/kernels", { name: "small" })).json.id;
  }, 60_000);
  afterEach(() => pages.splice(0).forEach((page) => page.close()));

  async function open(id = kernel): Promise<Page> {
    const page = await lab.open(id);
    pages.push(page);
    return page;
  }

  const types = (messages: readonly Message[]): string[] => messages.map(({ header, content }) => content.execution_state ?? header.msg_type);
  const model = async (id = kernel): Promise<any> => (await lab.ask("GET", `/api/kernels/${id}`)).json;

  describe("a kernel's routes", () => {
    it("list and describe the kernels that there are", async () => {
      const { json } = await lab.ask("GET", "/api/kernelspecs");
      expect([json.default, Object.keys(json.kernelspecs)]).toEqual(["small", lab.ways.kernels]);
      expect(json.kernelspecs.small.spec).toMatchObject({ display_name: "Small", language: "words", interrupt_mode: "message", env: {}, metadata: {} });
      expect(await model()).toEqual({ id: kernel, name: "small", last_activity: expect.stringMatching(/^\d{4}-.*Z$/), execution_state: "idle", connections: 0 });
      expect((await lab.ask("GET", "/api/kernels")).json).toEqual([await model()]);
    });

    it("start one and end it", async () => {
      const { status, json, headers } = await lab.ask("POST", "/api/kernels");
      expect([status, json.execution_state, headers.location]).toEqual([201, "idle", `/api/kernels/${json.id}`]);
      expect((await lab.ask("DELETE", `/api/kernels/${json.id}`)).status).toBe(204);
      for (const [method, path] of [["GET", ""], ["DELETE", ""], ["POST", "/interrupt"], ["POST", "/restart"]] as const) {
        expect((await lab.ask(method, `/api/kernels/${json.id}${path}`)).json).toEqual({ message: `there is no kernel ${json.id}`, reason: null });
      }
    });

    it("refuse a kernel that there is not", async () => {
      const { status, json } = await lab.ask("POST", "/api/kernels", { name: "python" });
      expect([status, json.message]).toEqual([400, `expected one of the kernels ${lab.ways.kernels.join(", ")}, got "python"`]);
    });
  });

  describe("the relay", () => {
    it("runs a cell, and numbers of messages and states are right", async () => {
      const page = await open();
      expect(types(await page.run("print hi"))).toEqual(expect.arrayContaining(["busy", "execute_input", "stream", "execute_reply", "idle"]));
      expect((await model()).connections).toBe(1);
    });

    it("shows what one page runs in the other, and answers only the one that asked", async () => {
      const [one, two] = [await open(), await open()];
      const id = one.cell("print hello");
      await one.done(id);
      await two.until(() => two.of(id).some(({ content }) => content.execution_state === "idle"), "idle");
      expect(printed(two.of(id))).toBe("hello\n");
      expect(types(two.of(id))).not.toContain("execute_reply");
      await two.run("print second");
      await one.until(() => printed(one.messages) === "hello\nsecond\n", "the other's output");
    });

    it("brings a question of the kernel to the page that asked, and its answer back", async () => {
      const [page, other] = [await open(), await open()];
      const id = page.cell("ask");
      await page.until(() => page.of(id).some(({ channel }) => channel === "stdin"), "the question");
      expect(page.of(id).find(({ channel }) => channel === "stdin")!.content).toEqual({ prompt: "name? ", password: false });
      page.send("input_reply", { value: "Ada" }, "stdin");
      await page.done(id);
      expect(printed(page.of(id))).toBe("hello Ada");
      expect(other.of(id).map(({ channel }) => channel)).not.toContain("stdin");
    });

    it("tells a page that comes while a cell runs that the kernel is busy", async () => {
      const page = await open();
      const id = page.cell("sleep 60000");
      await page.until(() => types(page.of(id)).includes("execute_input"), "the start");
      const late = await open();
      await late.until(() => late.messages.length > 0, "a status");
      expect(late.messages[0]).toMatchObject({ channel: "iopub", parent_header: {}, content: { execution_state: "busy" } });
      expect((await model()).execution_state).toBe("busy");
      expect((await lab.ask("POST", `/api/kernels/${kernel}/interrupt`)).status).toBe(204);
      await page.done(id);
      expect((await model()).execution_state).toBe("idle");
    });
  });

  describe("a page that is loaded anew", () => {
    // What pages of other tests did not wait for.
    beforeEach(async () => {
      const page = await open();
      await page.run("print last");
      await lab.ask("GET", `/open/${kernel}`);
      page.close();
    });

    it("is told what runs, with displays as they stand, and gets the rest", async () => {
      const first = await open();
      const id = first.cell("update 40", { cellId: "bar-cell" });
      const second = first.cell("sleep 60000", { cellId: "next" });
      await first.until(() => types(first.of(second)).includes("execute_input"), "the start");
      const third = first.cell("print later", { cellId: "later" });
      await first.done(id);
      first.close();
      await expect.poll(async () => (await model()).connections).toBe(0);
      const again = await open();
      const { json } = await lab.ask("GET", `/open/${kernel}`);
      // The first was done, and seen by its page, before that went.
      expect(json.map(({ msg_id, cellId, code, done }: any) => [msg_id, cellId, code, done])).toEqual([[second, "next", "sleep 60000", false], [third, "later", "print later", false]]);
      expect(json[0].messages.map(({ header }: Message) => header.msg_type)).toEqual(["execute_input"]);
      await lab.ask("POST", `/api/kernels/${kernel}/interrupt`);
      // Its page is gone, so the reply goes to the one that is there.
      await again.done(third);
      expect(printed(again.of(third))).toBe("later\n");
    });

    it("is told once what ended while nobody looked", async () => {
      const first = await open();
      const slow = first.cell("sleep 60000");
      const last = first.cell("print done");
      await first.until(() => types(first.of(slow)).includes("execute_input"), "the start");
      first.close();
      await expect.poll(async () => (await model()).connections).toBe(0);
      const other = await open();
      await lab.ask("POST", `/api/kernels/${kernel}/interrupt`);
      await other.done(last);
      const { json } = await lab.ask("GET", `/open/${kernel}`);
      expect(json.map(({ msg_id, done }: any) => [msg_id, done])).toEqual([[slow, true], [last, true]]);
      expect(json[1]).toMatchObject({ cellId: null, reply: { channel: "shell", content: { status: "ok" } } });
      expect(printed(json[1].messages)).toBe("done\n");
      expect((await lab.ask("GET", `/open/${kernel}`)).json).toEqual([]);
    });
  });

  describe("a restart", () => {
    it("keeps every page, gives them a new process, and ends what the old one left", async () => {
      const [one, two] = [await open(), await open()];
      await one.run("print a");
      const id = two.cell("sleep 60000");
      const waiting = two.cell("print never");
      await two.until(() => types(two.of(id)).includes("execute_input"), "the start");
      const restarting = lab.ask("POST", `/api/kernels/${kernel}/restart`);
      await two.done(id);
      // Asked while none is there: for the new one.
      const early = two.cell("count");
      const { status, json } = await restarting;
      expect([status, json.id, json.execution_state]).toEqual([200, kernel, "idle"]);
      for (const request of [id, waiting]) {
        await two.done(request);
        expect(two.of(request).find(({ header }) => header.msg_type === "execute_reply")!.content).toEqual({ status: "aborted" });
      }
      expect([...one.messages, ...two.messages].map(({ content }) => content.execution_state)).not.toContain("restarting");
      await two.done(early);
      expect(printed(two.of(early))).toBe("1");
      expect(printed(await one.run("count"))).toBe("2");
      expect([one, two].map(({ isOpen }) => isOpen)).toEqual([true, true]);
    });
  });

  describe("a kernel that ends by itself", () => {
    it("is told of and started again, three times; then it is dead", async () => {
      const { id } = (await lab.ask("POST", "/api/kernels")).json;
      const page = await open(id);
      const states = (): string[] => page.messages.filter(({ parent_header }) => parent_header.msg_id === undefined).map(({ content }) => content.execution_state);
      for (let death = 1; death <= 3; death++) {
        const cell = page.cell("die");
        await page.done(cell);
        expect(printed(page.of(cell))).toBe(lab.ways.death);
        expect(states().filter((state) => state === "restarting")).toHaveLength(death);
        await expect.poll(async () => (await model(id)).execution_state, { timeout: 30_000 }).toBe("idle");
      }
      expect(printed(await page.run("count"))).toBe("1");
      await page.done(page.cell("die"));
      await page.until(() => states().includes("dead"), "dead");
      expect((await model(id)).execution_state).toBe("dead");
      expect((await lab.ask("POST", `/api/kernels/${id}/restart`)).status).toBe(200);
      expect(printed(await page.run("count"))).toBe("1");
      await lab.ask("DELETE", `/api/kernels/${id}`);
      expect(await page.closed).toBe(1001);
    });
  });

  describe("sessions", () => {
    const start = (path: string, kernelFields: object = { name: "small" }): Promise<any> =>
      lab.ask("POST", "/api/sessions", { path, type: "notebook", name: "", kernel: kernelFields }).then(({ json }) => json);

    it("open a notebook with a kernel in its folder, once for each path", async () => {
      const [session, same] = await Promise.all([start("ko/a.ipynb"), start("ko/a.ipynb")]);
      expect(session).toEqual({ id: expect.any(String), path: "ko/a.ipynb", name: "", type: "notebook", kernel: await model(session.kernel.id), notebook: { path: "ko/a.ipynb", name: "" } });
      expect(same.id).toBe(session.id);
      const page = await open(session.kernel.id);
      expect(printed(await page.run("folder"))).toBe(lab.placeOf("ko"));
      expect((await lab.ask("GET", `/api/sessions/${session.id}`)).json.path).toBe("ko/a.ipynb");
      expect((await lab.ask("DELETE", `/api/sessions/${session.id}`)).status).toBe(204);
      expect((await lab.ask("GET", `/api/kernels/${session.kernel.id}`)).status).toBe(404);
      expect((await lab.ask("GET", `/api/sessions/${session.id}`)).status).toBe(404);
    });

    it("open a notebook anew whose kernel is dead", async () => {
      const session = await start("dead.ipynb");
      const page = await open(session.kernel.id);
      for (let death = 1; death <= 4; death++) {
        await expect.poll(async () => (await model(session.kernel.id)).execution_state, { timeout: 30_000 }).toBe("idle");
        await page.done(page.cell("die"));
      }
      await expect.poll(async () => (await model(session.kernel.id)).execution_state, { timeout: 30_000 }).toBe("dead");
      const fresh = await start("dead.ipynb");
      expect([fresh.kernel.execution_state, fresh.kernel.id === session.kernel.id]).toEqual(["idle", false]);
      await lab.ask("DELETE", `/api/kernels/${session.kernel.id}`);
      await lab.ask("DELETE", `/api/sessions/${fresh.id}`);
    });

    it("follow a rename and take another kernel", async () => {
      const session = await start("b.ipynb");
      const at = `/api/sessions/${session.id}`;
      expect((await lab.ask("PATCH", at, { path: "c.ipynb", name: "c" })).json).toMatchObject({ path: "c.ipynb", name: "c", kernel: { id: session.kernel.id } });
      const other = (await lab.ask("PATCH", at, { kernel: { name: "small" } })).json.kernel.id;
      expect(other).not.toBe(session.kernel.id);
      expect((await lab.ask("GET", `/api/kernels/${session.kernel.id}`)).status).toBe(404);
      expect((await lab.ask("PATCH", at, { kernel: { id: kernel } })).json.kernel.id).toBe(kernel);
      expect((await lab.ask("PATCH", at, { kernel: { id: "none" } })).status).toBe(404);
      const second = await start("d.ipynb", { id: kernel });
      await lab.ask("DELETE", at);
      expect((await model()).id).toBe(kernel);
      expect((await lab.ask("GET", "/api/sessions")).json.map(({ id }: any) => id)).toEqual([second.id]);
      expect((await lab.ask("POST", "/api/sessions", { type: "notebook" })).status).toBe(400);
      expect((await lab.ask("POST", "/api/sessions", { type: "notebook", path: "../a.ipynb" })).status).toBe(404);
    });
  });
}
