/** What the page itself says, in both languages. */
import type { KernelWords } from "../../../jupyter/page/pageKernel.js";
import type { Problem } from "./images/upload.js";

export interface PageWords {
  readonly kernel: KernelWords;
  readonly images: ImageWords;
  /** Where nothing can be kept. */
  readonly noStore: (reason: string) => string;
  readonly failed: (reason: string) => string;
  /** A file of the site's that is asked for only when it is needed. */
  readonly notFetched: (file: string, reason: string) => string;
}

/** Why chosen images are not used. */
export interface ImageWords {
  readonly problem: (problem: Problem) => string;
  /** @param size of what was to be kept, in bytes */
  readonly noRoom: (size: number) => string;
  readonly failed: (reason: string) => string;
}

/** Names in a sentence; of many, the first. */
function someOf(names: readonly string[]): string {
  return names.length > 8 ? `${names.slice(0, 8).join(", ")}, …` : names.join(", ");
}

/** Of a number of bytes. */
function megabytes(size: number): string {
  return `${Math.ceil(size / 1e6)} MB`;
}

const ENGLISH: PageWords = {
  kernel: {
    interrupted: "The kernel was ended: in this browser nothing else stops a cell. What it knew is lost; run the cells above again.",
    broken: (reason) => `The kernel broke: ${reason}. What it knew is lost; run the cells above again.`,
    notKept: (problem) => `A file of this cell was not kept: ${problem}`,
  },
  images: {
    problem: (problem) => {
      switch (problem.kind) {
        case "missing": return `Expected cifar-10-binary.tar.gz, or the six files data_batch_1.bin to data_batch_5.bin and test_batch.bin, got ${someOf(problem.got)}: ${someOf(problem.missing)} missing. Choose the archive, or all six files at once.`;
        case "python": return "Expected the binary version of CIFAR-10, got the Python version. Download cifar-10-binary.tar.gz and choose that.";
        case "archive": return `Expected ${problem.name} to be a whole .tar.gz archive, got a damaged one (${problem.reason}). Perhaps the download broke off: download it again.`;
        case "size": return `Expected ${problem.name} to hold whole records of ${problem.record} bytes, got ${problem.size} bytes. It is damaged or something else: download it again.`;
        case "label": return `Expected labels from 0 to 9 in ${problem.name}, got ${problem.label} in record ${problem.index} (counted from 0). It is damaged or something else, perhaps CIFAR-100: download the binary version of CIFAR-10.`;
        case "classes": return `Expected ${problem.name} to hold 10 class names, got ${problem.count}. Leave it out, or download it again.`;
      }
    },
    noRoom: (size) => `The browser has no room for these images: they need ${megabytes(size)}. Free space on the disk, or clear what other sites keep, and choose them again.`,
    failed: (reason) => `The images could not be read or kept: ${reason}. Choose them again.`,
  },
  noStore: (reason) => `This browser keeps no files for this page (${reason}). Use another window than a private one, or another browser.`,
  failed: (reason) => `This page could not start: ${reason}. Load it again.`,
  notFetched: (file, reason) => `The page could not fetch ${file}, which it needs for this: ${reason}. What you wrote is kept. Try again once the network is there.`,
};

const KOREAN: PageWords = {
  kernel: {
    interrupted: "커널을 끝냈습니다. 이 브라우저에서는 셀을 멈출 다른 방법이 없습니다. 커널이 기억하던 것은 사라졌으니 위의 셀을 다시 실행하세요.",
    broken: (reason) => `커널이 고장 났습니다: ${reason}. 커널이 기억하던 것은 사라졌으니 위의 셀을 다시 실행하세요.`,
    notKept: (problem) => `이 셀이 만든 파일을 보관하지 못했습니다: ${problem}`,
  },
  images: {
    problem: (problem) => {
      switch (problem.kind) {
        case "missing": return `cifar-10-binary.tar.gz, 또는 data_batch_1.bin부터 data_batch_5.bin까지와 test_batch.bin의 여섯 파일이 필요한데 고른 것은 ${someOf(problem.got)}입니다. 없는 파일: ${someOf(problem.missing)}. 압축 파일을 고르거나 여섯 파일을 한꺼번에 고르세요.`;
        case "python": return "CIFAR-10의 바이너리 판이 필요한데 고른 것은 파이썬 판입니다. cifar-10-binary.tar.gz를 내려받아 고르세요.";
        case "archive": return `${problem.name}은(는) 온전한 .tar.gz 압축 파일이어야 하는데 손상되어 있습니다(${problem.reason}). 내려받다 끊긴 것 같습니다. 다시 내려받으세요.`;
        case "size": return `${problem.name}의 크기는 기록 하나의 크기인 ${problem.record}바이트의 배수여야 하는데 ${problem.size}바이트입니다. 손상되었거나 다른 파일입니다. 다시 내려받으세요.`;
        case "label": return `${problem.name}의 레이블은 0부터 9까지여야 하는데 기록 ${problem.index}(0부터 셈)의 레이블이 ${problem.label}입니다. 손상되었거나 CIFAR-100 같은 다른 파일입니다. CIFAR-10의 바이너리 판을 내려받으세요.`;
        case "classes": return `${problem.name}에는 클래스 이름이 10개 있어야 하는데 ${problem.count}개 있습니다. 빼고 고르거나 다시 내려받으세요.`;
      }
    },
    noRoom: (size) => `브라우저에 이 이미지를 보관할 자리가 없습니다. ${megabytes(size)}가 필요합니다. 디스크를 비우거나 다른 사이트가 보관한 것을 지우고 다시 고르세요.`,
    failed: (reason) => `이미지를 읽거나 보관하지 못했습니다: ${reason}. 다시 고르세요.`,
  },
  noStore: (reason) => `이 브라우저는 이 페이지의 파일을 보관하지 않습니다(${reason}). 시크릿 창이 아닌 창이나 다른 브라우저를 쓰세요.`,
  failed: (reason) => `페이지를 시작하지 못했습니다: ${reason}. 다시 불러오세요.`,
  notFetched: (file, reason) => `이 작업에 필요한 ${file}을(를) 가져오지 못했습니다: ${reason}. 쓴 것은 그대로 있습니다. 네트워크가 연결되면 다시 해 보세요.`,
};

export function pageWords(lang: "en" | "ko"): PageWords {
  return lang === "ko" ? KOREAN : ENGLISH;
}
