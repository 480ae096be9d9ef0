/** What a lab says of itself, what it keeps for a front end, and in which languages it speaks. */
import { describe, expect, it } from "vitest";
import type { RoutesHost } from "./labHost.js";

export function describeAbout(lab: RoutesHost): void {
  describe("what the server says of itself", () => {
    it.each([
      ["/api", { version: "1.2.3" }],
      ["/api/me", { identity: { username: "ada", name: "ada", display_name: "ada", initials: "A", avatar_url: null, color: null }, permissions: {} }],
      ["/api/status", { started: expect.any(String), last_activity: expect.any(String), connections: 0, kernels: 0 }],
      ["/api/nbconvert", {}],
      ["/api/terminals", []],
      ["/api/config/notebook", {}],
    ])("%s", async (path, answer) => expect((await lab.ask("GET", path)).json).toEqual(answer));

    it("gives back what is configured, and refuses what it has none of", async () => {
      expect((await lab.ask("PATCH", "/api/config/notebook", { a: 1 })).json).toEqual({ a: 1 });
      expect((await lab.ask("PUT", "/api/config/notebook", { b: 1 })).json).toEqual({ b: 1 });
      expect(await lab.ask("GET", "/api/none")).toMatchObject({ status: 404, json: { message: "nothing is at /api/none", reason: null } });
      expect(await lab.ask("DELETE", "/api/status")).toMatchObject({ status: 405, headers: { allow: "GET" } });
    });
  });

  describe("settings", () => {
    const at = "/lab/api/settings/@x/themes:plugin";
    const schema = { type: "object", properties: { theme: { default: "light" } } };

    it("are kept, with their comments", async () => {
      expect((await lab.ask("GET", at)).json).toEqual({ id: "@x/themes:plugin", schema, version: "", raw: "{}", settings: {}, created: null, last_modified: null, warning: null });
      const raw = '{\n  // the "theme" // of it\n  "theme": "dark // not a comment", /* b */ "b": 1\n}';
      expect((await lab.ask("PUT", at, { raw })).status).toBe(204);
      expect((await lab.ask("GET", at)).json).toMatchObject({ raw, settings: { theme: "dark // not a comment", b: 1 }, last_modified: expect.any(String) });
      expect((await lab.ask("GET", "/lab/api/settings")).json.settings).toMatchObject([{ id: "@x/themes:plugin", raw }]);
      expect((await lab.ask("GET", "/lab/api/settings/")).json.settings).toHaveLength(1);
      expect((await lab.ask("GET", "/lab/api/settings?ids_only=true")).json).toEqual({ settings: [{ id: "@x/themes:plugin" }] });
    });

    it("of no plugin, or no settings at all, are refused", async () => {
      expect((await lab.ask("GET", "/lab/api/settings/@x/none:plugin")).status).toBe(404);
      expect((await lab.ask("PUT", "/lab/api/settings/..%2f..%2fa:b", { raw: "{}" })).status).toBe(404);
      for (const raw of ["[1]", "{", 1, undefined]) expect((await lab.ask("PUT", at, { raw })).status).toBe(400);
    });
  });

  describe("translations", () => {
    const korean = { jupyterlab: { "": { language: "ko-KR" }, File: ["파일"] } };

    it("are English and what the front end brings", async () => {
      expect((await lab.ask("GET", "/lab/api/translations")).json).toEqual({
        data: { en: { displayName: "English", nativeName: "English" }, ko_KR: { displayName: "Korean", nativeName: "한국어" } },
        message: "",
      });
    });

    it.each([
      ["ko_KR", undefined, korean],
      ["ko-KR", undefined, korean],
      ["ko", undefined, korean],
      ["en", "ko", {}],
      ["fr", "ko", {}],
      ["default", "ko-KR,en;q=0.5", korean],
      ["default", "en-US,ko;q=0.5", {}],
      ["default", undefined, {}],
    ])("%s for a browser that prefers %s", async (code, preferred, data) => {
      const headers: Readonly<Record<string, string>> = preferred === undefined ? {} : { "accept-language": preferred };
      expect((await lab.ask("GET", `/lab/api/translations/${code}`, undefined, headers)).json).toEqual({ data, message: "" });
    });
  });
}
