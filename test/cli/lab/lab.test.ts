/** The command with the project's own kernel. Needs a build. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { childrenOf, isRunning } from "../run/processes.js";
import { PROJECT } from "../../jupyter/kernel/kernelUnderTest.js";
import { printed } from "../../jupyter/server/labHost.js";
import { LabProcess } from "./labProcess.js";

const front = join(PROJECT, "lab/front-end.zip");
let lab: LabProcess;
let kernel: string;

const session = (path: string): object => ({ path, type: "notebook", name: "", kernel: { name: "two-layer-net" } });
const kernelsOf = ({ child }: LabProcess): number[] => childrenOf(child.pid!, "kernel/main.js");

beforeAll(async () => {
  lab = await LabProcess.start();
}, 120_000);

it("starts a kernel before one is asked for, and gives it to the first notebook", async () => {
  if (process.platform !== "win32") await expect.poll(() => kernelsOf(lab).length, { timeout: 30_000 }).toBe(1);
  expect((await lab.ask("GET", "/api/kernels")).json).toEqual([]);
  const [warm] = kernelsOf(lab);
  const { status, json } = await lab.ask("POST", "/api/sessions", session("two_layer_net.ipynb"));
  expect([status, json.kernel.execution_state]).toEqual([201, "idle"]);
  expect(kernelsOf(lab)).toEqual(warm === undefined ? [] : [warm]);
  kernel = json.kernel.id;
});

it("runs cells in the folder of the notebook, which find the library", async () => {
  const page = await lab.open(kernel);
  const messages = await page.run('import { zeros } from "two-layer-net";\nconsole.log(process.cwd(), String(zeros(2).shape));');
  expect(printed(messages)).toBe(`${join(PROJECT, "notebooks")} 2\n`);
  page.close();
});

it("stops a loop within seconds", async () => {
  const page = await lab.open(kernel);
  const id = page.cell("console.log('on'); while (true) {}");
  await page.until(() => printed(page.of(id)) !== "", "the loop");
  expect((await lab.ask("POST", `/api/kernels/${kernel}/interrupt`)).status).toBe(204);
  await page.done(id);
  expect(page.of(id).find(({ header }) => header.msg_type === "execute_reply")!.content.status).toBe("error");
  expect(printed(await page.run("console.log('alive')"))).toBe("alive\n");
  page.close();
});

/** Of the server's own process, in MB; null where the system does not tell. */
function mostMemory(pid: number): number | null {
  const path = `/proc/${pid}/status`;
  return existsSync(path) ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(path, "utf8"))![1]) / 1024 : null;
}

it("passes on 100 MB of a cell to a page that is slow to take them, whole and in 300 MB of memory", async () => {
  const page = await lab.open(kernel);
  let [characters, isPaused] = [0, false];
  page.socket.removeAllListeners("message");
  const done = new Promise<void>((resolve) =>
    page.socket.on("message", (data: Buffer) => {
      const text = data.toString();
      if (text.includes('"msg_type":"stream"')) characters += (JSON.parse(text).content.text as string).length;
      else if (text.includes('"execution_state":"idle"') && characters > 0) resolve();
      if (isPaused || characters < 1_000_000) return;
      isPaused = true;
      page.socket.pause();
      setTimeout(() => page.socket.resume(), 3000);
    }));
  page.cell("const line = 'x'.repeat(9999) + '\\n'; for (let i = 0; i < 10_000; i++) process.stdout.write(line);");
  await done;
  expect([characters, isPaused]).toEqual([100_000_000, true]);
  expect(mostMemory(lab.child.pid!) ?? 0).toBeLessThan(300);
  page.close();
}, 120_000);

it("lists the notebooks in reading order", async () => {
  for (const [lang, folder, titles] of [["en", "", ["Exercises", "Two-layer net"]], ["ko", "ko/", ["연습 문제", "2층 신경망"]]] as const) {
    const { json } = await lab.ask("GET", `/two-layer-net/notebooks?lang=${lang}`);
    expect([json.lang, json.notebooks.length]).toEqual([lang, 7]);
    expect(json.notebooks.slice(1, 3)).toMatchObject([
      { path: `${folder}exercises.ipynb`, name: "exercises", title: titles[0], answers: { total: 2 }, exercises: { total: 12 }, problem: null },
      { path: `${folder}two_layer_net.ipynb`, name: "two_layer_net", title: titles[1], answers: { total: 2 }, exercises: { total: 0 }, problem: null },
    ]);
    expect(json.notebooks[0].summary.length).toBeGreaterThan(20);
  }
});

it.skipIf(!existsSync(front))("serves the front end of the project: skipped where there is no lab/front-end.zip", async () => {
  const { text, status } = await lab.ask("GET", "/static/main.js");
  expect([status, text.length > 1000]).toEqual([200, true]);
  expect((await lab.ask("GET", "/lab/api/settings/@jupyterlab/notebook-extension:tracker")).json.schema.type).toBe("object");
});

it("runs beside another on the next port, with a token of its own", async () => {
  const second = await LabProcess.start(PROJECT, ["two_layer_net", "--lang", "ko"]);
  expect(second.text).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/notebooks\/ko\/two_layer_net\.ipynb\?token=[0-9a-f]{48} {2}\(Ctrl-C ends it\)\n$/);
  expect(second.port).not.toBe(lab.port);
  expect(second.token).not.toBe(lab.token);
  const { json } = await second.ask("POST", "/api/sessions", session("ko/two_layer_net.ipynb"));
  const page = await second.open(json.kernel.id);
  expect(printed(await page.run("console.log(process.cwd())"))).toBe(`${join(PROJECT, "notebooks/ko")}\n`);
  page.close();
  expect(await second.end("SIGINT")).toBe(0);
});

it.skipIf(process.platform === "win32")("leaves no kernel, however it ends", async () => {
  const kernels = kernelsOf(lab);
  expect(kernels).not.toHaveLength(0);
  expect(await lab.end("SIGKILL")).toBe("SIGKILL");
  await expect.poll(() => kernels.some(isRunning), { timeout: 30_000 }).toBe(false);
  const second = await LabProcess.start();
  await second.ask("POST", "/api/sessions", session("two_layer_net.ipynb"));
  const [own] = kernelsOf(second);
  expect(await second.end("SIGTERM")).toBe(0);
  expect(isRunning(own!)).toBe(false);
}, 120_000);

it("says what is wrong and opens nothing", async () => {
  await expect(LabProcess.start(PROJECT, ["none"])).rejects.toThrow('selectNotebooks: expected the name or path of a notebook, got "none"');
  await expect(LabProcess.start(PROJECT, ["--front-end", "/none"])).rejects.toThrow("openFrontEnd: expected the front end at /none");
  await expect(LabProcess.start(PROJECT, ["--port", "x"])).rejects.toThrow('expected --port to be a whole number up to 65535, got "x"');
});
