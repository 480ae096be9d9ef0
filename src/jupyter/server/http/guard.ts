/** Who may ask: only this user's own browser, on this server's own pages, or a program that was given the token. */
import { randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** What is asked, as far as it matters here. */
export interface Asked {
  readonly method: string;
  /** The path of a page that a person may be led to from elsewhere. */
  readonly isPage: boolean;
  readonly isWebSocket: boolean;
  readonly headers: IncomingHttpHeaders;
  /** `?token=` of the address. */
  readonly token: string | null;
}

/** `cookie`: the browser has it; `token`: the asker named it; otherwise a reason to refuse. */
export type Verdict = { readonly by: "cookie" | "token" } | { readonly by: null; readonly reason: string };

const TOKEN_BYTES = 24;

export class Guard {
  /** To be kept from other users of this computer. */
  readonly token = randomBytes(TOKEN_BYTES).toString("hex");
  private readonly port: number;

  constructor(port: number) {
    this.port = port;
  }

  /** Cookies do not tell ports apart, so the name does. */
  get cookie(): string {
    return `tln-lab-${this.port}=${this.token}; HttpOnly; SameSite=Strict; Path=/`;
  }

  judge(asked: Asked): Verdict {
    const { headers } = asked;
    const host = headers.host ?? "";
    // A name of another site may lead to this computer.
    if (!["127.0.0.1", "localhost", "[::1]"].some((name) => host === `${name}:${this.port}`)) return refused(`expected this server's own address as Host, got ${host}`);
    if (headers.origin !== undefined && headers.origin !== `http://${host}`) return refused(`expected the page of this server, got a page of ${headers.origin}`);
    if (!this.isOwnSite(asked)) return refused("expected the page of this server, got one of another address");
    const named = asked.token ?? /^\s*(?:token|bearer)\s+(\S+)\s*$/i.exec(headers.authorization ?? "")?.[1];
    if (named !== undefined && named !== null) return this.isToken(named) ? { by: "token" } : refused("expected the token that npm run lab printed, got another");
    if (!this.cookies(headers.cookie).some((value) => this.isToken(value))) return refused("expected the address with its token, as npm run lab printed it");
    // A browser that has the cookie names the page as well.
    if (asked.isWebSocket && headers.origin === undefined) return refused("expected the page of this server, got no Origin");
    return { by: "cookie" };
  }

  /** A browser says where a request comes from; pages on other ports are the same site. */
  private isOwnSite({ headers, method, isPage }: Asked): boolean {
    const site = headers["sec-fetch-site"];
    if (site === undefined || site === "same-origin" || site === "none") return true;
    return isPage && method === "GET" && headers["sec-fetch-mode"] === "navigate" && (headers["sec-fetch-dest"] ?? "document") === "document";
  }

  private cookies(header = ""): string[] {
    const name = `tln-lab-${this.port}=`;
    return header.split(/;\s*/).flatMap((cookie) => (cookie.startsWith(name) ? [cookie.slice(name.length)] : []));
  }

  private isToken(text: string): boolean {
    const [given, own] = [Buffer.from(text), Buffer.from(this.token)];
    return given.length === own.length && timingSafeEqual(given, own);
  }
}

function refused(reason: string): Verdict {
  return { by: null, reason };
}
