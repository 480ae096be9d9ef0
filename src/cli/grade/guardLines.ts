/** What the grader says of its guards: which are there, and what nothing guards against. */
import { CALL_SECONDS, EXERCISE_SECONDS, type Guards, HEAP_MB, MEMORY_MB } from "./guards.js";

/** In the language of the teacher's pages. */
export function guardLines(guards: Guards, lang: string): string[] {
  return lang === "ko" ? korean(guards) : english(guards);
}

function english({ permission, network, memory }: Guards): string[] {
  const version = `Node ${process.versions.node}`;
  return [
    `guards  a process of its own for each exercise and student: no check, no expected value, no environment, nobody else's work in it`,
    `guards  ${CALL_SECONDS} s for a call, ${EXERCISE_SECONDS} s for an exercise, ${HEAP_MB} MB of heap${memory ? `, ${MEMORY_MB} MB in all` : ""}; then its whole group is killed`,
    permission !== null
      ? `guards  ${version}'s permissions: it reads the arrays of the library alone, and writes, starts and loads nothing${network ? ", and reaches no network" : ""}`
      : `NO GUARD  ${version} has no permissions: the code can read and write what you can`,
    ...(network ? [] : [`NO GUARD  ${version} leaves the network open`]),
    ...(memory ? [] : ["NO GUARD  memory outside of the heap is not watched on this system"]),
    `NO GUARD  a determined attacker: for hand-ins of people whom you do not know, run this in a container or as another user`,
  ];
}

function korean({ permission, network, memory }: Guards): string[] {
  const version = `Node ${process.versions.node}`;
  return [
    `보호  학생과 연습 문제마다 따로 둔 프로세스: 검사도, 올바른 값도, 환경 변수도, 다른 사람의 제출물도 그 안에 없습니다`,
    `보호  호출에 ${CALL_SECONDS}초, 연습 문제에 ${EXERCISE_SECONDS}초, 힙 ${HEAP_MB} MB${memory ? `, 전체 ${MEMORY_MB} MB` : ""}. 넘으면 프로세스 그룹 전체를 끝냅니다`,
    permission !== null
      ? `보호  ${version}의 권한: 라이브러리의 배열만 읽을 수 있고, 쓰기·실행·모듈 적재는 할 수 없습니다${network ? ". 네트워크에도 닿지 못합니다" : ""}`
      : `보호 없음  ${version}에는 권한 기능이 없습니다. 학생의 코드가 당신이 읽고 쓸 수 있는 것을 모두 읽고 쓸 수 있습니다`,
    ...(network ? [] : [`보호 없음  ${version}에서는 네트워크가 열려 있습니다`]),
    ...(memory ? [] : ["보호 없음  이 시스템에서는 힙 밖의 메모리를 살피지 않습니다"]),
    `보호 없음  작정한 공격자: 모르는 사람의 제출물은 컨테이너나 다른 사용자 계정에서 채점하세요`,
  ];
}
