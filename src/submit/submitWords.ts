/** The words of the hand-in's front page, by language. */
export interface SubmitWords {
  readonly handIn: string;
  readonly name: string;
  readonly date: string;
  readonly answers: string;
  readonly notebooks: string;
  readonly answered: string;
  readonly notAnswered: string;
  readonly from: (notebook: string) => string;
  readonly cellsRun: (run: number, total: number) => string;
}

const ENGLISH: SubmitWords = {
  handIn: "Hand-in",
  name: "Name",
  date: "Date",
  answers: "Answers",
  notebooks: "Notebooks",
  answered: "answered",
  notAnswered: "Not answered.",
  from: (notebook) => `From ${notebook}`,
  cellsRun: (run, total) => `${run} of ${total} code cells ran without an error`,
};

const KOREAN: SubmitWords = {
  handIn: "제출물",
  name: "이름",
  date: "날짜",
  answers: "답안",
  notebooks: "노트북",
  answered: "작성함",
  notAnswered: "답이 작성되지 않음.",
  from: (notebook) => `출처: ${notebook}`,
  cellsRun: (run, total) => `코드 셀 ${total}개 중 ${run}개가 오류 없이 실행됨`,
};

/** The words in the language, or else in English. */
export function submitWords(lang: string): SubmitWords {
  return /^ko\b/i.test(lang) ? KOREAN : ENGLISH;
}
