/** `/lab/api/translations`: the texts of the front end in other languages. */
import { json, type Request } from "../request.js";
import type { Route } from "../router.js";

/** A language's texts: for each domain, its Jed entries. */
export interface Translation {
  readonly displayName: string;
  readonly nativeName: string;
  readonly data: Record<string, unknown>;
}

/**
 * @param languages by code with an underscore, such as `ko_KR`
 * @param preferred what stands for `default`, such as `ko`; null leaves it to the browser
 */
export function translationRoutes(languages: ReadonlyMap<string, Translation>, preferred: string | null): Route[] {
  const find = (wanted: string): Translation | undefined => {
    const codes = [...languages.keys()];
    const code = wanted.replaceAll("-", "_");
    return languages.get(codes.find((known) => known === code) ?? codes.find((known) => known.split("_")[0] === code.split("_")[0]) ?? "");
  };
  const english = { displayName: "English", nativeName: "English" };
  const names = [...languages].map(([code, { displayName, nativeName }]) => [code, { displayName, nativeName }]);
  return [
    { method: "GET", pattern: "/lab/api/translations", handle: () => json({ data: Object.fromEntries([["en", english], ...names]), message: "" }) },
    {
      method: "GET",
      pattern: "/lab/api/translations/:code",
      handle: ({ headers }, places) => {
        const { code } = places.names;
        return json({ data: find(code === "default" ? languageOf(headers, preferred) : code!)?.data ?? {}, message: "" });
      },
    },
  ];
}

/** What the reader prefers: browsers list the languages in that order. */
export function languageOf(headers: Request["headers"], preferred: string | null): string {
  return preferred ?? /^\s*([\w-]+)/.exec(headers["accept-language"] ?? "")?.[1] ?? "en";
}
