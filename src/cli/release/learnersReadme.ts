/** What students read first, in both languages. */
import { type Grading, said } from "../grade/gradingFile.js";
import { pointsText } from "../grade/points.js";
import { timeText } from "../grade/timeText.js";

export function learnersReadme(grading: Grading): Readonly<Record<string, string>> {
  return { "README.md": english(grading), "README.ko.md": korean(grading) };
}

function rows({ exercises, questions }: Grading, lang: string): string {
  const own = exercises.map(({ title, functions, points, hiddenPoints }) => `| ${said(title, lang)} | ${functions.map((name) => `\`${name}\``).join(", ")} | ${pointsText(points + hiddenPoints)} |`);
  return [...own, ...questions.map(({ title, points }) => `| ${said(title, lang)} | | ${pointsText(points)} |`)].join("\n");
}

function english(grading: Grading): string {
  return `# ${grading.title}

[한국어](README.ko.md)
${grading.due === null ? "" : `\n**Due: ${timeText(grading.due, "en")}**\n`}
You need Node, 20.19 or later, and nothing else.

\`\`\`sh
npm ci          # installs and builds
npm run lab     # opens the notebooks in your browser
\`\`\`

Write your functions and answers in \`notebooks/exercises.ipynb\`. The checks below each function say what is wrong and
what usually causes it. A hidden part of the checks tries other shapes and other data.

| exercise | functions | points |
|---|---|---|
${rows(grading, "en")}

\`npm run submit -- --name "Your name"\` makes \`out/submission/submission.zip\`: hand that in. CIFAR-10 is downloaded by
\`npm run data\`; without it the notebooks make synthetic images.
`;
}

function korean(grading: Grading): string {
  return `# ${grading.title}

[English](README.md)
${grading.due === null ? "" : `\n**마감: ${timeText(grading.due, "ko")}**\n`}
Node 20.19 이상만 있으면 됩니다.

\`\`\`sh
npm ci                      # 설치하고 빌드합니다
npm run lab -- --lang ko    # 브라우저에서 노트북을 엽니다
\`\`\`

함수와 답은 \`notebooks/ko/exercises.ipynb\`에 쓰세요. 함수 아래의 검사가 무엇이 틀렸고 보통 왜 그런지 알려 줍니다. 숨긴 검사는
다른 모양과 다른 데이터로 시험합니다.

| 연습 문제 | 함수 | 점수 |
|---|---|---|
${rows(grading, "ko")}

\`npm run submit -- --name "이름" --lang ko\`를 실행하면 \`out/submission/submission.zip\`이 만들어집니다. 이 파일을 제출하세요.
CIFAR-10은 \`npm run data\`로 내려받으며, 없으면 노트북이 합성 이미지를 만듭니다.
`;
}
