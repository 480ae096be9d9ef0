/** In place of `blas.ts` where there is no Node to load a library. */
export function createBlasEngine(): never {
  throw new Error('backend "blas": expected Node, which loads a native library, got a page; use "wasm"');
}
