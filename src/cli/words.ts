/** Every text of the pages and the hand-in that has a Korean twin. */
export interface Words {
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
  /** Of a run that went on behind a failure. */
  readonly failedCells: (count: number) => string;
  readonly seeCell: string;
  readonly run: (run: { date: string; seconds: string; kernel: string }) => string;

  readonly handIn: string;
  readonly name: string;
  readonly date: string;
  readonly answers: string;
  readonly answered: string;
  readonly notAnswered: string;
  readonly from: (notebook: string) => string;
  readonly cellsRun: (run: number, total: number) => string;
  /** Over outputs that a notebook holds, but that were not made here by the code above them. */
  readonly savedOutput: string;
  /** Over a text that is shown as it is written. */
  readonly tooLong: string;
  readonly exercises: string;
  readonly exercisesPassed: (passed: number, total: number) => string;
  readonly exerciseStates: Readonly<Record<"passed" | "failed" | "notWritten" | "notRun" | "changed" | "gone", string>>;
}

const ENGLISH: Words = {
  contents: "Contents",
  notebooks: "Notebooks",
  previous: "Previous",
  next: "Next",
  code: "Code",
  output: "Output",
  file: "Notebook file",
  passed: "passed",
  failed: (cell) => `stopped at code cell ${cell}`,
  failedCells: (count) => (count === 1 ? "1 code cell failed" : `${count} code cells failed`),
  seeCell: "See the cell",
  run: ({ date, seconds, kernel }) => `Run on ${date} in ${seconds} s on the ${kernel} kernel.`,

  handIn: "Hand-in",
  name: "Name",
  date: "Date",
  answers: "Answers",
  answered: "answered",
  notAnswered: "Not answered.",
  from: (notebook) => `From ${notebook}`,
  cellsRun: (run, total) => `${run} of ${total} code cells ran without an error`,
  savedOutput: "Saved earlier: this code did not run here.",
  tooLong: "This text is too long to be set: it is shown as it is written.",
  exercises: "Exercises",
  exercisesPassed: (passed, total) => `${passed} of ${total} passed`,
  exerciseStates: {
    passed: "passed", failed: "failed", notWritten: "not written", notRun: "not run", changed: "its check was changed", gone: "its check is gone",
  },
};

const KOREAN: Words = {
  contents: "목차",
  notebooks: "노트북",
  previous: "이전",
  next: "다음",
  code: "코드",
  output: "출력",
  file: "노트북 파일",
  passed: "통과",
  failed: (cell) => `코드 셀 ${cell}에서 중단됨`,
  failedCells: (count) => `코드 셀 ${count}개 실패`,
  seeCell: "해당 셀 보기",
  run: ({ date, seconds, kernel }) => `${date}에 ${kernel} 커널로 실행, ${seconds}초 걸림.`,

  handIn: "제출물",
  name: "이름",
  date: "날짜",
  answers: "답안",
  answered: "작성함",
  notAnswered: "답이 작성되지 않음.",
  from: (notebook) => `출처: ${notebook}`,
  cellsRun: (run, total) => `코드 셀 ${total}개 중 ${run}개가 오류 없이 실행됨`,
  savedOutput: "이전에 저장된 출력: 이 코드는 여기서 실행되지 않았습니다.",
  tooLong: "글이 너무 길어서 서식 없이 그대로 보여 줍니다.",
  exercises: "연습 문제",
  exercisesPassed: (passed, total) => `${total}개 중 ${passed}개 통과`,
  exerciseStates: {
    passed: "통과", failed: "실패", notWritten: "작성 안 됨", notRun: "실행 안 됨", changed: "검사 셀이 바뀜", gone: "검사 셀이 없음",
  },
};

/** The words in the language, or else in English. */
export function wordsOf(lang: string): Words {
  return /^ko\b/i.test(lang) ? KOREAN : ENGLISH;
}
