/** A time with its offset as people read it, without leave of the reader's own clock: the same on every machine. */
export function timeText(iso: string, lang: string): string {
  const [, year, month, day, clock, zone] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(.*)$/.exec(iso) ?? [];
  if (year === undefined) return iso;
  const offset = zone === "Z" ? "UTC" : `UTC${zone}`;
  return lang === "ko" ? `${year}년 ${Number(month)}월 ${Number(day)}일 ${clock} (${offset})` : `${year}-${month}-${day} ${clock} (${offset})`;
}
