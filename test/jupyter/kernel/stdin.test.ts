/** What cells ask of the user. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Answer, KernelUnderTest, outputs, streamText } from "./kernelUnderTest.js";

let kernel: KernelUnderTest;
let asked = 0;
beforeAll(async () => {
  kernel = await KernelUnderTest.start();
}, 120_000);
afterAll(() => kernel.stop());

const start = (code: string): string => kernel.sendCell(code, { allow_stdin: true });
const resultOf = (answer: Answer): unknown => outputs(answer).find(({ type }) => type === "execute_result")?.content["data"]["text/plain"];
const errorOf = (answer: Answer): string => `${answer.reply.content["ename"]}: ${answer.reply.content["evalue"]}`;

it.each([
  ["prompt('Name? ')", "'Ada ä한'"],
  ["const { createInterface } = require('readline/promises'); const lines = createInterface({ input: process.stdin, output: process.stdout });\nconst line = await lines.question('Name? '); lines.close(); line", "'Ada ä한'"],
  ["const old = require('readline').createInterface(process.stdin, process.stdout);\nawait new Promise((done) => old.question('Name? ', (line: string) => { old.close(); done(line); }))", "'Ada ä한'"],
  ["const util = require('util').promisify(require('readline').createInterface(process.stdin).question); await util.call(require('readline').createInterface(process.stdin), 'Name? ')", "'Ada ä한'"],
])("%s is asked, after what was printed, and gets the answer", async (code, result) => {
  const id = start(`console.log('before');\n${code}`);
  const question = await kernel.question(asked++);
  expect(question).toMatchObject({ type: "input_request", prompt: "Name? ", parentId: id });
  await kernel.until(() => kernel.published.some(({ parentId, content }) => parentId === id && content["text"] === "before\n"), "what was printed");
  kernel.reply("Ada ä한", question.header);
  expect(resultOf(await kernel.answer(id))).toBe(result);
});

it("waits for an answer that says of no question what it answers, and passes over one to another", async () => {
  const id = start("prompt('a') + prompt('b')");
  const first = await kernel.question(asked++);
  kernel.reply("one", first.header);
  await kernel.question(asked++);
  kernel.reply("late", first.header);
  kernel.reply("two");
  expect(resultOf(await kernel.answer(id))).toBe("'onetwo'");
});

it("is interrupted while it waits, and its answer is nobody's", async () => {
  const id = start("prompt('never')");
  const question = await kernel.question(asked++);
  kernel.send("interrupt_request", {}, "control");
  expect(errorOf(await kernel.answer(id))).toBe("KeyboardInterrupt: the cell was interrupted");
  kernel.reply("late", question.header);
  const next = start("prompt('again')");
  const { header } = await kernel.question(asked++);
  kernel.reply("right", header);
  expect(resultOf(await kernel.answer(next))).toBe("'right'");
});

it("is an error where nobody can answer, or the cell has ended", async () => {
  expect(errorOf(await kernel.run("prompt('x')"))).toBe(
    'Error: prompt: expected a notebook that somebody looks at, got a run that nobody can answer; write the answer into the cell, such as const answer = "yes"',
  );
  await kernel.answer(start("let said = ''; setTimeout(() => { try { prompt('late') } catch (error) { said = String(error) } }, 20);"));
  const answer = await kernel.run("await new Promise((done) => setTimeout(done, 200)); said");
  expect(resultOf(answer)).toBe("'Error: prompt: expected a cell that still runs, got one that has ended; await what asks'");
  expect(kernel.questions.length).toBe(asked);
});

it("has a type in cells", async () => {
  expect(errorOf(await kernel.run("const n: number = prompt('x');"))).toContain("Type 'string' is not assignable to type 'number'. (TS2322)");
});

it("leaves another input alone", async () => {
  const code = "const { Readable } = require('stream');\nawait require('readline/promises').createInterface({ input: Readable.from(['own\\n']) }).question('x')";
  expect(resultOf(await kernel.run(code))).toBe("'own'");
  expect(streamText(await kernel.run("1"))).toBe("");
});
