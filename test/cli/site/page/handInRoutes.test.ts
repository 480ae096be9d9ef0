/** A page that cannot fetch the program that makes the hand-in says so, in words for people. */
import { expect, it, vi } from "vitest";
import type { Kept } from "../../../../src/cli/site/page/handIn.js";
import { handInRoutes } from "../../../../src/cli/site/page/handInRoutes.js";
import { pageWords } from "../../../../src/cli/site/page/words.js";
import { router } from "../../../../src/jupyter/server/router.js";

vi.mock("../../../../src/cli/site/page/handIn.js", () => {
  throw new Error("there is no network");
});

it.each([
  ["en", /^The page could not fetch handIn\.js, .*What you wrote is kept\. Try again once the network is there\.$/s],
  ["ko", /^이 작업에 필요한 handIn\.js.*네트워크가 연결되면 다시 해 보세요\.$/s],
] as const)("%s", async (lang, text) => {
  const answer = await router(handInRoutes({} as Kept, pageWords(lang)))({ method: "POST", path: ["two-layer-net", "hand-in"], query: new URLSearchParams(), headers: {}, body: new Uint8Array() });
  expect(answer.status).toBe(503);
  expect((JSON.parse(String(answer.body)) as { message: string }).message).toMatch(text);
});
