import { sha256 } from '../forming';

/** Numbers that look random and are the same in every run: the digests of a text with a counter behind it. */
export interface Random {
  /** From 0 (inclusive) to 1 (exclusive). */
  readonly next: () => number;
  /** A whole number of both ends inclusive. */
  readonly between: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  /** @throws Error for an empty list */
  readonly pick: <T>(list: readonly T[]) => T;
  /** So many different ones, fewer when there are not so many, in the order of the list. */
  readonly some: <T>(list: readonly T[], count: number) => T[];
}

/** What every seed of the province begins with: another text is another province. */
const PROVINCE = 'province 1';

/** Hex digits of one number, and how many numbers one digest gives. */
const DIGITS = 8;
const PER_DIGEST = 8;

/** @param key what is being made; each thing has numbers of its own, so that one more changes none of the others */
export const randomFor = (key: string): Random => {
  let digest = '';
  let drawn = 0;
  const next = (): number => {
    const place = drawn % PER_DIGEST;
    if (place === 0) digest = sha256(`${PROVINCE}:${key}:${drawn}`);
    drawn += 1;
    return parseInt(digest.slice(place * DIGITS, (place + 1) * DIGITS), 16) / 16 ** DIGITS;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const [chosen] = list.slice(between(0, list.length - 1));
      if (chosen === undefined) throw new Error('nothing to pick from');
      return chosen;
    },
    some: (list, count) => {
      const left = list.map((_, index) => index);
      const chosen = new Set<number>();
      while (chosen.size < count && left.length > 0) {
        const [index = 0] = left.splice(between(0, left.length - 1), 1);
        chosen.add(index);
      }
      return list.filter((_, index) => chosen.has(index));
    },
  };
};
