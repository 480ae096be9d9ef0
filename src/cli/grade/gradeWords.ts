/** What the grader says to students and teachers, in English and Korean. */
import type { Ending } from "./learnersProcess.js";
import type { FlagKind } from "./result.js";
import { CALL_SECONDS, EXERCISE_SECONDS, MEMORY_MB } from "./guards.js";

export interface GradeWords {
  /** A code cell by its number, as diagnoses tell of it. */
  readonly cell: (number: number) => string;
  readonly endings: Readonly<Record<Ending, string>>;
  readonly flags: Readonly<Record<FlagKind, (about: string) => string>>;
  readonly statuses: Readonly<Record<"passed" | "failed" | "not written yet" | "not run", string>>;

  readonly feedback: string;
  readonly overview: string;
  readonly points: string;
  readonly total: string;
  readonly of: (points: string, total: string) => string;
  readonly checks: string;
  readonly openChecks: (passed: number, total: number) => string;
  readonly hiddenChecks: (passed: number, total: number) => string;
  readonly expected: (limit: string) => string;
  readonly carriedOn: (exercises: string) => string;
  readonly allPassed: string;
  readonly nothingFound: string;
  readonly exercise: string;
  readonly exercises: string;
  readonly questions: string;
  readonly question: string;
  readonly answer: string;
  readonly noAnswer: string;
  readonly modelAnswer: string;
  readonly rubric: string;
  readonly notMarked: string;
  readonly comment: string;
  readonly late: (time: string, percent: string) => string;
  readonly lookAt: string;
  readonly yourCode: string;
  readonly submitted: string;
  readonly unknownTime: string;

  readonly students: string;
  readonly student: string;
  readonly distribution: string;
  readonly distributionHelp: (lowest: string, highest: string) => string;
  readonly countOf: (count: number) => string;
  readonly mistakes: string;
  readonly mistakesHelp: string;
  readonly mistake: string;
  readonly unnamed: (check: string) => string;
  readonly similar: string;
  readonly similarHelp: string;
  readonly noneSimilar: string;
  readonly alike: (share: string) => string;
  readonly passRate: string;
  readonly setAside: string;
  readonly guards: string;
  readonly fewStudents: string;
  readonly openRubric: string;
  readonly automatic: string;
  readonly byPeople: string;

  readonly rubricTitle: string;
  readonly rubricHelp: string;
  readonly save: string;
  readonly load: string;
  readonly names: string;
  readonly nextAnswer: string;
  readonly previousAnswer: string;
  readonly marked: (done: number, total: number) => string;
  readonly done: string;
  readonly marker: string;
  readonly adjust: string;
  readonly keys: string;
  readonly needsScript: string;
}

const ENGLISH: GradeWords = {
  cell: (number) => `code cell ${number}`,
  endings: {
    call: `a call gave no answer within ${CALL_SECONDS} s: is there a loop without an end?`,
    exercise: `all calls together took more than ${EXERCISE_SECONDS} s`,
    memory: `more than ${MEMORY_MB} MB of memory were taken`,
    flood: "more was answered than was asked",
    exit: "the program ended in the middle of a call",
  },
  flags: {
    unreadable: (about) => `the file cannot be read: ${about}`,
    bomb: (about) => `too large, and not read: ${about}`,
    leadsOut: (about) => `a name in the zip that leads out of it, not read: ${about}`,
    noNotebook: () => "no notebook in it",
    otherNotebook: (about) => `no notebook with these exercises, only ${about}`,
    unreadableNotebook: (about) => about,
    worked: (about) => `${about} functions are word for word those of the worked edition`,
    severalNotebooks: (about) => `several notebooks with written exercises, the first was graded: ${about}`,
    syntax: (about) => `a syntax error, by code cell and line: ${about}`,
    missing: (about) => `no cell declares ${about}`,
    double: (about) => `several cells declare ${about}: the last one was graded`,
    foreignImport: (about) => `imports ${about}, which is not there where exercises are graded`,
    ended: (about) => `its process was ended: ${ENGLISH.endings[about as Ending] ?? about}`,
    checkChanged: (about) => `the check ${about} was changed: graded by the original`,
    outputsChanged: () => "outputs were changed after the hand-in was made: they count for nothing",
    recordMissing: () => "nothing says how this notebook was run",
    summaryDiffers: () => "the notebook was changed after the hand-in was made",
    older: (about) => `another hand-in of the same name is newer and counts: ${about}`,
    sameFile: (about) => `the same file as that of ${about}`,
    brokeOff: (about) => `the checks broke off: ${about}`,
  },
  statuses: { passed: "passed", failed: "failed", "not written yet": "not written yet", "not run": "not run" },

  feedback: "Feedback",
  overview: "Grades",
  points: "points",
  total: "Total",
  of: (points, total) => `${points} of ${total}`,
  checks: "Checks",
  openChecks: (passed, total) => `${passed} of ${total} checks passed`,
  hiddenChecks: (passed, total) => `${passed} of ${total} hidden checks passed`,
  expected: (limit) => `expected ${limit}`,
  carriedOn: (exercises) => `It calls your own code of: ${exercises}. That has not passed: mend it first, then look at this again.`,
  allPassed: "Everything passed.",
  nothingFound: "Nothing to check was found.",
  exercise: "Exercise",
  exercises: "Exercises",
  questions: "Questions",
  question: "Question",
  answer: "Your answer",
  noAnswer: "No answer.",
  modelAnswer: "A model answer",
  rubric: "What a full answer holds",
  notMarked: "not marked yet",
  comment: "Comment",
  late: (time, percent) => `Handed in ${time} after the due time: ${percent} less.`,
  lookAt: "To look at",
  yourCode: "The code that was graded",
  submitted: "Handed in",
  unknownTime: "time not known",

  students: "Students",
  student: "Student",
  distribution: "Distribution",
  distributionHelp: (lowest, highest) => `Students by their total, lowest ${lowest}, highest ${highest}.`,
  countOf: (count) => (count === 1 ? "1 student" : `${count} students`),
  mistakes: "Frequent mistakes",
  mistakesHelp: "By diagnosis: each student counts once. What only follows from another exercise counts there alone. What many have in common may be worth a word in class.",
  mistake: "What is wrong",
  unnamed: (check) => `not told from other causes (${check})`,
  similar: "Alike, to look at",
  similarHelp: "Functions that are the same but for names, types, comments and layout, or nearly so. Short functions are often alike by themselves. This is a place to look, not a verdict.",
  noneSimilar: "No two hand-ins are alike beyond what short functions are.",
  alike: (share) => `${share} alike`,
  passRate: "all passed",
  setAside: "Files that do not count",
  guards: "What guarded this run",
  fewStudents: "Fewer than five students: no statistics are shown.",
  openRubric: "Mark the answers",
  automatic: "By checks",
  byPeople: "By people",

  rubricTitle: "Marking the answers",
  rubricHelp: "Tick what an answer holds. Ticks and comments stay in this browser until you save them to a file; npm run grade -- <folder> --out <folder> --merge <file> counts them in.",
  save: "Save to a file",
  load: "Load a file",
  names: "Show names",
  nextAnswer: "Next",
  previousAnswer: "Previous",
  marked: (done, total) => `${done} of ${total} marked`,
  done: "Marked",
  marker: "Your name or sign",
  adjust: "More or fewer points",
  keys: "Keys: 1 to 9 tick, J and K next and previous, N names, D marked.",
  needsScript: "This page needs its script: open it in a browser that runs it.",
};

const KOREAN: GradeWords = {
  cell: (number) => `코드 셀 ${number}`,
  endings: {
    call: `호출이 ${CALL_SECONDS}초 안에 답을 돌려주지 않았습니다. 끝나지 않는 반복문이 있지 않나요?`,
    exercise: `모든 호출에 걸린 시간이 ${EXERCISE_SECONDS}초를 넘었습니다`,
    memory: `메모리를 ${MEMORY_MB} MB 넘게 썼습니다`,
    flood: "묻지 않은 답이 왔습니다",
    exit: "호출 도중에 프로그램이 끝났습니다",
  },
  flags: {
    unreadable: (about) => `파일을 읽을 수 없습니다: ${about}`,
    bomb: (about) => `너무 커서 읽지 않았습니다: ${about}`,
    leadsOut: (about) => `zip 밖으로 나가는 이름이라 읽지 않았습니다: ${about}`,
    noNotebook: () => "노트북이 없습니다",
    otherNotebook: (about) => `이 연습 문제가 있는 노트북이 없고 다음만 있습니다: ${about}`,
    unreadableNotebook: (about) => `노트북을 읽을 수 없습니다: ${about}`,
    worked: (about) => `함수 ${about}개가 풀이판과 글자 그대로 같습니다`,
    severalNotebooks: (about) => `연습 문제를 푼 노트북이 여럿이라 첫 번째를 채점했습니다: ${about}`,
    syntax: (about) => `문법 오류(코드 셀과 줄): ${about}`,
    missing: (about) => `${about}: 어느 셀에도 선언되어 있지 않습니다`,
    double: (about) => `${about}: 여러 셀에 선언되어 있어 마지막 것을 채점했습니다`,
    foreignImport: (about) => `채점하는 곳에 없는 것을 가져옵니다: ${about}`,
    ended: (about) => `프로세스를 끝냈습니다. ${KOREAN.endings[about as Ending] ?? about}`,
    checkChanged: (about) => `검사 셀 ${about}: 내용이 바뀌어 원래 검사로 채점했습니다`,
    outputsChanged: () => "제출물을 만든 뒤에 출력이 바뀌었습니다. 출력은 점수와 관계없습니다",
    recordMissing: () => "이 노트북을 어떻게 실행했는지 기록이 없습니다",
    summaryDiffers: () => "제출물을 만든 뒤에 노트북이 바뀌었습니다",
    older: (about) => `같은 이름의 더 새로운 제출물을 채점했습니다: ${about}`,
    sameFile: (about) => `${about} 학생의 것과 같은 파일입니다`,
    brokeOff: (about) => `검사가 중단되었습니다: ${about}`,
  },
  statuses: { passed: "통과", failed: "실패", "not written yet": "아직 작성 안 됨", "not run": "실행 안 됨" },

  feedback: "채점 결과",
  overview: "성적",
  points: "점",
  total: "합계",
  of: (points, total) => `${total}점 중 ${points}점`,
  checks: "검사",
  openChecks: (passed, total) => `검사 ${total}개 중 ${passed}개 통과`,
  hiddenChecks: (passed, total) => `숨긴 검사 ${total}개 중 ${passed}개 통과`,
  expected: (limit) => `올바른 값: ${limit}`,
  carriedOn: (exercises) => `다음 연습 문제의 코드를 부릅니다: ${exercises}. 그 코드가 아직 통과하지 못했으니 먼저 고치고 나서 이것을 다시 보세요.`,
  allPassed: "모두 통과했습니다.",
  nothingFound: "검사할 것을 찾지 못했습니다.",
  exercise: "연습 문제",
  exercises: "연습 문제",
  questions: "질문",
  question: "질문",
  answer: "나의 답",
  noAnswer: "답이 없습니다.",
  modelAnswer: "모범 답안",
  rubric: "완전한 답에 들어가는 것",
  notMarked: "아직 채점되지 않음",
  comment: "의견",
  late: (time, percent) => `마감보다 ${time} 늦게 제출하여 ${percent} 감점되었습니다.`,
  lookAt: "살펴볼 것",
  yourCode: "채점한 코드",
  submitted: "제출",
  unknownTime: "시각을 알 수 없음",

  students: "학생",
  student: "학생",
  distribution: "분포",
  distributionHelp: (lowest, highest) => `합계별 학생 수이며, 최저 ${lowest}점, 최고 ${highest}점입니다.`,
  countOf: (count) => `${count}명`,
  mistakes: "자주 나온 실수",
  mistakesHelp: "진단별로 학생마다 한 번씩 셉니다. 다른 연습 문제의 실수에서 온 것은 그 문제에서만 셉니다. 여럿에게 나온 실수는 수업에서 이야기해 볼 만합니다.",
  mistake: "무엇이 틀렸는가",
  unnamed: (check) => `다른 원인과 구별되지 않음 (${check})`,
  similar: "비슷하여 살펴볼 것",
  similarHelp: "이름, 타입, 주석, 배치를 빼면 같거나 거의 같은 함수들입니다. 짧은 함수는 저절로 비슷해지는 일이 많습니다. 살펴볼 곳일 뿐, 판정이 아닙니다.",
  noneSimilar: "짧은 함수가 저절로 비슷한 것 말고는 서로 비슷한 제출물이 없습니다.",
  alike: (share) => `${share} 일치`,
  passRate: "모두 통과",
  setAside: "채점에 넣지 않은 파일",
  guards: "이번 채점의 보호 장치",
  fewStudents: "학생이 다섯 명보다 적어 통계를 보여 주지 않습니다.",
  openRubric: "답안 채점하기",
  automatic: "검사 점수",
  byPeople: "사람이 매긴 점수",

  rubricTitle: "답안 채점",
  rubricHelp: "답에 들어 있는 항목에 표시하세요. 표시와 의견은 파일로 저장하기 전까지 이 브라우저에 남습니다. npm run grade -- <폴더> --out <폴더> --merge <파일>을 실행하면 점수에 들어갑니다.",
  save: "파일로 저장",
  load: "파일 불러오기",
  names: "이름 보기",
  nextAnswer: "다음",
  previousAnswer: "이전",
  marked: (done, total) => `${total}개 중 ${done}개 채점함`,
  done: "채점함",
  marker: "채점자 이름",
  adjust: "점수 더하기·빼기",
  keys: "키: 1~9 항목 표시, J·K 다음·이전, N 이름, D 채점함.",
  needsScript: "이 페이지에는 스크립트가 필요합니다. 스크립트를 실행하는 브라우저에서 여세요.",
};

/** The words in the language, or else in English. */
export function gradeWords(lang: string): GradeWords {
  return /^ko\b/i.test(lang) ? KOREAN : ENGLISH;
}
