import { describe, expect, it } from "vitest";
import { type Asked, Guard } from "../../../src/jupyter/server/http/guard.js";

const guard = new Guard(8888);
const [own, cookie, authorization] = ["127.0.0.1:8888", guard.cookie.split(";")[0]!, `token ${guard.token}`];
const NAVIGATION = { "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };

interface Row {
  readonly what: string;
  readonly by: "cookie" | "token" | null;
  readonly headers: Record<string, string>;
  readonly asked?: Partial<Asked>;
}

const rows: Row[] = [
  { what: "the cookie", by: "cookie", headers: { host: own, cookie } },
  { what: "the cookie among others", by: "cookie", headers: { host: own, cookie: `a=b; ${cookie}; c=d` } },
  { what: "the token in a header", by: "token", headers: { host: own, authorization } },
  { what: "the token as a bearer's", by: "token", headers: { host: own, authorization: `Bearer ${guard.token}` } },
  { what: "the token in the address", by: "token", headers: { host: own }, asked: { token: guard.token } },
  { what: "localhost", by: "cookie", headers: { host: "localhost:8888", cookie } },
  { what: "the address of IPv6", by: "cookie", headers: { host: "[::1]:8888", cookie, origin: "http://[::1]:8888" } },
  { what: "its own page", by: "cookie", headers: { host: own, cookie, origin: `http://${own}`, "sec-fetch-site": "same-origin" } },
  { what: "an address that was typed in", by: "cookie", headers: { host: own, cookie, "sec-fetch-site": "none" }, asked: { isPage: true } },
  { what: "a link on another site, which comes with the token", by: "token", headers: { host: own, "sec-fetch-site": "cross-site", ...NAVIGATION }, asked: { isPage: true, token: guard.token } },
  { what: "its own page on a socket", by: "cookie", headers: { host: own, cookie, origin: `http://${own}` }, asked: { isWebSocket: true } },
  { what: "a program on a socket", by: "token", headers: { host: own }, asked: { isWebSocket: true, token: guard.token } },

  { what: "nothing", by: null, headers: { host: own } },
  { what: "no host", by: null, headers: { cookie } },
  { what: "an empty token", by: null, headers: { host: own }, asked: { token: "" } },
  { what: "half a token", by: null, headers: { host: own }, asked: { token: guard.token.slice(1) } },
  { what: "a token with letters of another alphabet", by: null, headers: { host: own }, asked: { token: `${guard.token.slice(1)}é` } },
  { what: "a wrong token beside the cookie", by: null, headers: { host: own, cookie, authorization: "token x" } },
  { what: "the cookie of another port", by: null, headers: { host: own, cookie: cookie.replace("8888", "8889") } },
  { what: "a cookie with another value", by: null, headers: { host: own, cookie: `tln-lab-8888=${"0".repeat(48)}` } },
  { what: "a name that leads here", by: null, headers: { host: "evil.example:8888", cookie } },
  { what: "another port as host", by: null, headers: { host: "127.0.0.1:8889", cookie } },
  { what: "a host without port", by: null, headers: { host: "127.0.0.1", cookie } },
  { what: "a page of another site", by: null, headers: { host: own, cookie, origin: "http://evil.example" } },
  { what: "a page of another port", by: null, headers: { host: own, cookie, origin: "http://127.0.0.1:8889" } },
  { what: "a page of the other name", by: null, headers: { host: own, cookie, origin: "http://localhost:8888" } },
  { what: "a page of no origin", by: null, headers: { host: own, cookie, origin: "null" } },
  { what: "a page of another origin that has the token", by: null, headers: { host: own, authorization, origin: "http://evil.example" } },
  { what: "a request of another port", by: null, headers: { host: own, cookie, "sec-fetch-site": "same-site" } },
  { what: "a request of another site", by: null, headers: { host: own, cookie, "sec-fetch-site": "cross-site" } },
  { what: "a form of another port that leads to a page", by: null, headers: { host: own, cookie, "sec-fetch-site": "same-site", ...NAVIGATION }, asked: { isPage: true, method: "POST" } },
  { what: "a frame of another site", by: null, headers: { host: own, cookie, "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" }, asked: { isPage: true } },
  { what: "a link of another site to what is no page", by: null, headers: { host: own, cookie, "sec-fetch-site": "cross-site", ...NAVIGATION } },
  { what: "a script of another site that asks for a page", by: null, headers: { host: own, cookie, "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }, asked: { isPage: true } },
  { what: "a socket with the cookie and no origin", by: null, headers: { host: own, cookie }, asked: { isWebSocket: true } },
  { what: "a socket of another port's page", by: null, headers: { host: own, cookie, origin: "http://127.0.0.1:8889" }, asked: { isWebSocket: true } },
  { what: "a socket of another page that has the token", by: null, headers: { host: own, origin: "http://evil.example" }, asked: { isWebSocket: true, token: guard.token } },
];

describe.each([["admits", rows.filter(({ by }) => by !== null)], ["refuses", rows.filter(({ by }) => by === null)]])("the guard %s", (_, some) => {
  it.each(some)("$what", ({ headers, asked, by }) => {
    const verdict = guard.judge({ method: "GET", isPage: false, isWebSocket: false, token: null, headers, ...asked });
    expect(verdict.by).toBe(by);
    if (verdict.by === null) expect(verdict.reason).toMatch(/^expected /);
    expect(JSON.stringify(verdict)).not.toContain(guard.token);
  });
});

it("has another token each time, of 192 bits", () => {
  expect(new Guard(8888).token).not.toBe(guard.token);
  expect(guard.token).toMatch(/^[0-9a-f]{48}$/);
  expect(guard.cookie).toBe(`tln-lab-8888=${guard.token}; HttpOnly; SameSite=Strict; Path=/`);
});
