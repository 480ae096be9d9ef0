/** Broken inputs made of whole ones, the same for the same random state. */
import type { RandomState } from "../../src/index.js";

const BYTES = [0, 1, 9, 10, 0x20, 0x30, 0x7f, 0x80, 0xff];
const WORDS = [0, 1, 0x7fff, 0xffff, 2 ** 16, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];
/** What upsets readers of text: numbers out of range, names that objects have, other kinds of value. */
const TOKENS = [
  "null", "true", "[]", "{}", '""', "-1", "0", "1e999", "-0", "1e308", "99999999999999999999", "4294967296", "NaN", '"__proto__"',
  '"constructor"', "\\ud800", "\u0000", "\\u0000", "'", '"', "\\", ",", "}", "]", "{", "[[[[[[[[", "../", "/", "\r\n", "(", ")", "<<<<<<< HEAD\n",
];

type Mutation = (bytes: Buffer, random: RandomState, others: readonly Uint8Array[]) => Buffer;

/** A place in the bytes, or their end. */
const placeIn = (bytes: Buffer, random: RandomState): number => random.randint(bytes.length + 1);
const pick = <T>(items: readonly T[], random: RandomState): T => items[random.randint(items.length)];

function replace(bytes: Buffer, start: number, end: number, by: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, start), by, bytes.subarray(Math.min(end, bytes.length))]);
}

const mutations: readonly Mutation[] = [
  function flipBit(bytes, random) {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[random.randint(copy.length)] ^= 1 << random.randint(8);
    return copy;
  },
  function setByte(bytes, random) {
    const at = placeIn(bytes, random);
    return replace(bytes, at, at + 1, Buffer.of(pick(BYTES, random)));
  },
  function setWord(bytes, random) {
    const at = placeIn(bytes, random);
    const word = Buffer.alloc(4);
    word.writeUInt32LE(pick(WORDS, random));
    const size = pick([2, 4], random);
    return replace(bytes, at, at + size, word.subarray(0, size));
  },
  function remove(bytes, random) {
    const at = placeIn(bytes, random);
    return replace(bytes, at, at + random.randint(1 + Math.ceil(bytes.length / 4)), Buffer.alloc(0));
  },
  function cutOff(bytes, random) {
    return bytes.subarray(0, placeIn(bytes, random));
  },
  function repeat(bytes, random) {
    const at = placeIn(bytes, random);
    return replace(bytes, at, at, bytes.subarray(at, at + random.randint(1 + Math.ceil(bytes.length / 4))));
  },
  function insertToken(bytes, random) {
    const at = placeIn(bytes, random);
    return replace(bytes, at, at + random.randint(3), Buffer.from(pick(TOKENS, random)));
  },
  /** In place of a number, a word or a text in quotes, so that what is around it still reads well. */
  function replaceToken(bytes, random) {
    const tokens = [...bytes.toString("latin1").matchAll(/"[^"]{0,40}"|-?\d+(\.\d+)?|\w+/g)];
    if (tokens.length === 0) return bytes;
    const { index, 0: token } = pick(tokens, random);
    return replace(bytes, index, index + token.length, Buffer.from(pick(TOKENS, random)));
  },
  function splice(bytes, random, others) {
    const other = Buffer.from(pick(others, random));
    return Buffer.concat([bytes.subarray(0, placeIn(bytes, random)), other.subarray(placeIn(other, random))]);
  },
];

/** One of the seeds with one to four mutations; now and then bytes without any sense. */
export function mutate(seeds: readonly Uint8Array[], random: RandomState): Buffer {
  if (random.randint(25) === 0) return Buffer.from(random.randint(0, 256, random.randint(1, 600)).data);
  let bytes = Buffer.from(pick(seeds, random));
  for (let count = 1 + random.randint(4); count > 0; count--) bytes = Buffer.from(pick(mutations, random)(bytes, random, seeds));
  return bytes;
}
