import { expect, it } from "vitest";
import { OpenRequests } from "../../../src/jupyter/server/kernels/openRequests.js";
import { ownParts } from "../../../src/jupyter/server/kernels/parts.js";

const page = {};
const header = { msg_id: "a", msg_type: "execute_request", session: "s" };

function running(): OpenRequests {
  const open = new OpenRequests();
  const [, , , content] = ownParts("execute_request", { code: "1" });
  open.add("a", [Buffer.from(JSON.stringify(header)), Buffer.from("{}"), Buffer.from(JSON.stringify({ cellId: "cell" })), content!], page);
  return open;
}

const publish = (open: OpenRequests, type: string, content: object): void => open.publish("a", type, ownParts(type, content as Record<string, unknown>, header));
const display = (text: string, display_id = "bar"): object => ({ data: { "text/plain": text }, metadata: {}, transient: { display_id } });
const shown = (open: OpenRequests): unknown[] => open.take()[0]!.messages.map(({ content }) => (content as any).text ?? (content as any).data?.["text/plain"] ?? content);

it("keeps what was shown, displays as their last update left them", () => {
  const open = running();
  publish(open, "stream", { name: "stdout", text: "one" });
  publish(open, "display_data", display("0"));
  for (let n = 1; n <= 5000; n++) publish(open, "update_display_data", display(`${n}`));
  publish(open, "update_display_data", display("of another cell", "other"));
  publish(open, "stream", { name: "stdout", text: "two" });
  expect(open.take()[0]).toMatchObject({ msg_id: "a", cellId: "cell", code: "1", done: false, reply: null });
  expect(shown(open)).toEqual(["one", "5000", "of another cell", "two"]);
});

it("keeps nothing that was cleared", () => {
  const open = running();
  publish(open, "execute_input", { text: "input" });
  publish(open, "stream", { text: "one" });
  publish(open, "clear_output", { wait: true });
  publish(open, "stream", { text: "two" });
  expect(shown(open)).toEqual(["input", { wait: true }, "two"]);
});

it("keeps the last of a flood, and says that more was there", () => {
  const open = running();
  publish(open, "display_data", display("figure"));
  for (let n = 0; n < 400; n++) publish(open, "stream", { name: "stdout", text: `${n}`.padEnd(100_000) });
  const texts = shown(open).map((text) => String(text).trim());
  expect(texts.slice(0, 2)).toEqual(["[earlier output is not shown again]", "figure"]);
  expect(texts.at(-1)).toBe("399");
  expect(texts.length).toBeGreaterThan(150);
  expect(texts.length).toBeLessThan(165);
});

it("forgets what was done while its page was there", () => {
  const open = running();
  expect([open.areRunning, open.awaits(page)]).toEqual([true, true]);
  publish(open, "status", { execution_state: "idle" });
  expect([open.areRunning, open.awaits(page)]).toEqual([false, true]);
  open.reply("a", ownParts("execute_reply", { status: "ok" }, header));
  expect([open.awaits(page), open.take()]).toEqual([false, []]);
});

it("keeps what was done while nobody looked, a number of them, and tells it once", () => {
  const open = new OpenRequests();
  for (let n = 0; n < 600; n++) {
    open.add(`${n}`, ownParts("execute_request", { code: `${n}` }), page);
    open.leave(page);
    open.publish(`${n}`, "status", ownParts("status", { execution_state: "idle" }));
    open.reply(`${n}`, ownParts("execute_reply", {}));
  }
  const told = open.take();
  expect([told.length, told[0]!.code, told.at(-1)!.code]).toEqual([500, "100", "599"]);
  expect(open.take()).toEqual([]);
});

it("is told again only of what a page after that did not see end", () => {
  const open = running();
  open.leave(page);
  expect(open.take()).toHaveLength(1);
  open.reply("a", ownParts("execute_reply", {}));
  publish(open, "status", { execution_state: "idle" });
  expect(open.take()).toEqual([]);
});
