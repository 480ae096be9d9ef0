/** What others on this machine, web pages among them, can send to the kernel's ports. */
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KernelUnderTest } from "./kernelUnderTest.js";

let kernel: KernelUnderTest;
beforeAll(async () => {
  kernel = await KernelUnderTest.start();
}, 120_000);
afterAll(() => kernel.stop());

/** The greeting of a ZeroMQ 3 socket without security, and the command with which a client of a kind is ready. */
const GREETING = Buffer.concat([
  Buffer.from([0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 0]),
  Buffer.from("NULL".padEnd(20, "\0")),
  Buffer.alloc(32),
]);
const ready = (kind: string): Buffer => command(`\x05READY\x0bSocket-Type\0\0\0${String.fromCharCode(kind.length)}${kind}`);
const command = (text: string): Buffer => Buffer.concat([Buffer.from([4, text.length]), Buffer.from(text, "latin1")]);
const frame = (text: string, more = false): Buffer => Buffer.from(`${more ? "\x01" : "\0"}${String.fromCharCode(text.length)}${text}`, "latin1");
const hello = (kind: string, ...frames: Buffer[]): Buffer => Buffer.concat([GREETING, ready(kind), ...frames]);

/** As browsers send it: long enough to be taken for several frames of ZeroMQ's first version. */
const request = (method: string): Buffer =>
  Buffer.from(`${method} / HTTP/1.1\r\nHost: 127.0.0.1:5555\r\n${"Accept: image/avif,image/webp,image/png,*/*;q=0.8\r\n".repeat(12)}\r\n`);

const GARBAGE = [
  request("GET"),
  request("OPTIONS"),
  Buffer.from("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: image/png\r\n\r\n"),
  Buffer.from("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\n\x01\x00\x01"),
  Buffer.alloc(0),
  Buffer.from([0]),
  Buffer.alloc(300, 0xff),
  Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3]), // TLS
  GREETING.subarray(0, 10),
  GREETING,
  hello("NONE"),
  ...["REQ", "REP", "DEALER", "ROUTER", "SUB", "PUB", "PAIR"].flatMap((kind) => [
    hello(kind, frame("")),
    hello(kind, frame("no request")),
    hello(kind, frame("", true), frame("a", true), frame("b")),
    hello(kind, frame("<IDS|MSG>", true), frame("", true), frame("{", true), frame("{}", true), frame("{}", true), frame("{}")),
    hello(kind, frame("a part without an end", true)),
    hello(kind, Buffer.from([2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])),
    hello(kind, command("\x04PING\0\x10"), command("\x09SUBSCRIBE"), command("\x05ERROR")),
  ]),
];

/** Connects, sends, and is gone. */
function send(port: number, bytes: Buffer): Promise<void> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1", () => socket.end(bytes, () => setTimeout(() => socket.destroy(), 5)));
    socket.on("error", () => {}).on("close", () => done());
    socket.resume();
  });
}

describe.each(["shell", "control", "iopub", "hb", "stdin"])("the %s port", (name) => {
  it("outlives 1,000 connections of garbage", async () => {
    const port = kernel.ports[name];
    for (let sent = 0; sent < 1000; sent += 50) {
      await Promise.all(Array.from({ length: 50 }, (_, i) => send(port!, GARBAGE[(sent + i) % GARBAGE.length])));
    }
    expect(await kernel.beat(`after ${name}`)).toBe(`after ${name}`);
    expect((await kernel.run("1 + 1")).reply.content["status"]).toBe("ok");
    expect((await kernel.ask("kernel_info_request", {}, "control")).reply.content["status"]).toBe("ok");
  });
});
