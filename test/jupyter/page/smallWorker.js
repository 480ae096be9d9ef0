/** A kernel that is at once there, for tests of what is around it: a cell is a word of `server/smallKernel.mjs`, or JavaScript that is evaluated as it stands. */
let count = 0;
let line = null;
/** Where the length of an answer lies in the line, and one more; its text lies behind. */
const ANSWER = 1;
let folder = "";
const files = new Map();

function send(channel, type, content, parent, metadata = {}) {
  const header = { msg_id: crypto.randomUUID(), msg_type: type, session: parent.session ?? "small", username: "kernel", date: new Date().toISOString(), version: "5.3" };
  postMessage({ kind: "message", channel, message: { header, parent, metadata, content } });
}

/** What cells have of their own. */
globalThis.small = {
  print: (text) => send("iopub", "stream", { name: "stdout", text: `${text}\n` }, globalThis.small.parent),
  interrupted: () => line !== null && Atomics.load(line, 0) >= count,
  write: (path, text) => postMessage({ kind: "file", path, bytes: new TextEncoder().encode(text) }),
  read: (path) => (files.has(path) ? new TextDecoder().decode(files.get(path)) : null),
  folder: () => folder,
  breakDown: () => postMessage({ kind: "broken", reason: "out of memory" }),
};

const WORDS = {
  die: () => new Promise(() => globalThis.small.breakDown()),
  print: (rest) => globalThis.small.print(rest),
  folder: () => stream(folder),
  count: () => stream(String(count)),
  sleep: () => {
    while (!globalThis.small.interrupted());
  },
  update: (rest) => {
    const display = (n) => ({ data: { "text/plain": `${n}` }, metadata: {}, transient: { display_id: "bar" } });
    send("iopub", "display_data", display(0), globalThis.small.parent);
    for (let n = 1; n <= Number(rest); n++) send("iopub", "update_display_data", display(n), globalThis.small.parent);
  },
  ask: () => {
    Atomics.store(line, ANSWER, 0);
    send("stdin", "input_request", { prompt: "name? ", password: false }, globalThis.small.parent);
    Atomics.wait(line, ANSWER, 0);
    const bytes = new Uint8Array(line.buffer, line.byteLength, Atomics.load(line, ANSWER) - 1);
    stream(`hello ${new TextDecoder().decode(bytes.slice())}`);
  },
};

function stream(text) {
  send("iopub", "stream", { name: "stdout", text }, globalThis.small.parent);
}

function run(code) {
  const [word, rest] = code.split(/ (.*)/s);
  return word in WORDS ? WORDS[word](rest) : (0, eval)(code);
}

async function execute({ header, content }) {
  globalThis.small.parent = header;
  count++;
  send("iopub", "execute_input", { code: content.code, execution_count: count }, header);
  try {
    const value = await run(content.code);
    if (value !== undefined) send("iopub", "execute_result", { execution_count: count, data: { "text/plain": String(value) }, metadata: {} }, header);
    send("shell", "execute_reply", { status: "ok", execution_count: count, user_expressions: {}, payload: [] }, header);
  } catch (error) {
    const said = { ename: error.name, evalue: error.message, traceback: [String(error)] };
    send("iopub", "error", said, header);
    send("shell", "execute_reply", { status: "error", execution_count: count, ...said }, header);
  }
}

const LANGUAGE = { name: "typescript", version: "0", mimetype: "text/typescript", file_extension: ".ts" };
let turn = Promise.resolve();

onmessage = ({ data }) => {
  if (data.kind === "start") {
    ({ folder } = data.start);
    for (const [path, bytes] of data.start.stored) files.set(path, bytes);
    if (data.start.line !== null) line = new Int32Array(data.start.line, 0, 2);
    postMessage({ kind: "ready" });
  } else if (data.kind === "file") {
    if (data.bytes === null) files.delete(data.path);
    else files.set(data.path, data.bytes);
  } else {
    const { channel, message } = data;
    turn = turn.then(async () => {
      send("iopub", "status", { execution_state: "busy" }, message.header);
      const type = message.header.msg_type;
      if (type === "execute_request") await execute(message);
      else if (type === "kernel_info_request") send(channel, "kernel_info_reply", { status: "ok", protocol_version: "5.3", implementation: "small", implementation_version: "0", language_info: LANGUAGE, banner: "", help_links: [] }, message.header);
      else send(channel, type.replace("_request", "_reply"), { status: "ok", matches: [], cursor_start: 0, cursor_end: 0, metadata: {}, data: {}, found: false, comms: {} }, message.header);
      send("iopub", "status", { execution_state: "idle" }, message.header);
    });
  }
};
