import { type BigIntStats, statSync } from "node:fs";

type Identity = Pick<BigIntStats, "dev" | "ino">;

/**
 * True if both paths lead to one file or folder, whatever they look like: on many disks `Notebooks`
 * is `notebooks`, and links and mounts give more names to one thing.
 *
 * @param identify tells one thing from another; undefined where there is none
 */
export function samePlace(a: string, b: string, identify: (path: string) => Identity | undefined = identityOf): boolean {
  const [one, other] = [identify(a), identify(b)];
  return one !== undefined && other !== undefined && one.dev === other.dev && one.ino === other.ino;
}

function identityOf(path: string): Identity | undefined {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return undefined;
  }
}
