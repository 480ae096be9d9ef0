/** The few words that pages say by themselves, by language. */
export interface PageWords {
  readonly contents: string;
  readonly notebooks: string;
  readonly previous: string;
  readonly next: string;
  readonly code: string;
  readonly output: string;
  /** The executed notebook as a file. */
  readonly file: string;
  readonly passed: string;
  readonly failed: (cell: number) => string;
  readonly seeCell: string;
  readonly run: (run: { date: string; seconds: string; kernel: string }) => string;
}

const ENGLISH: PageWords = {
  contents: "Contents",
  notebooks: "Notebooks",
  previous: "Previous",
  next: "Next",
  code: "Code",
  output: "Output",
  file: "Notebook file",
  passed: "passed",
  failed: (cell) => `stopped at code cell ${cell}`,
  seeCell: "See the cell",
  run: ({ date, seconds, kernel }) => `Run on ${date} in ${seconds} s on the ${kernel} kernel.`,
};

const KOREAN: PageWords = {
  contents: "목차",
  notebooks: "노트북",
  previous: "이전",
  next: "다음",
  code: "코드",
  output: "출력",
  file: "노트북 파일",
  passed: "통과",
  failed: (cell) => `코드 셀 ${cell}에서 중단됨`,
  seeCell: "해당 셀 보기",
  run: ({ date, seconds, kernel }) => `${date}에 ${kernel} 커널로 실행, ${seconds}초 걸림.`,
};

/** The words in the language, or else in English. */
export function pageWords(lang: string): PageWords {
  return /^ko\b/i.test(lang) ? KOREAN : ENGLISH;
}
