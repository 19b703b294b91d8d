import { DomainError } from '../errors';

/** Full and half width alike, without case; of every text only letters and digits count. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '');

const withoutBlanks = (text: string): string => text.replace(/\s/g, '');

/** Every two signs that stand side by side: Chinese has no blanks between words, so any two are one. */
const pairsOf = (text: string): string[] => {
  const signs = [...text];
  return signs.slice(1).map((sign, index) => `${signs[index] ?? ''}${sign}`);
};

/** What a document is found by: the pairs of signs of each of its texts, each pair once. */
export const searchWords = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => pairsOf(withoutBlanks(plain(text))))),
];

/** The blank between a number and what it counts is a matter of print: 540 号桩, 12 层. */
const COUNTED = /(\p{N})\s+(?=[号层楼栋幢座期区标段单米跨轴桩])/gu;

/** A sign alone belongs to what follows it, the last one to what it follows. */
const piecesOf = (query: string): string[] => {
  const pieces: string[] = [];
  let alone = '';
  for (const piece of plain(query).replace(COUNTED, '$1').split(/\s+/).filter(Boolean)) {
    const whole = alone + piece;
    alone = [...whole].length < 2 ? whole : '';
    if (alone === '') pieces.push(whole);
  }
  if (alone !== '') pieces.push((pieces.pop() ?? '') + alone);
  return pieces;
};

/** How registration numbers begin: of one year they all do. */
const YEAR = /20\d\d/g;

/** How much a pair is thought to tell, the most first: of a number, of a number with what it counts, of words, of a year. */
const rankOf = (pair: string, years: ReadonlySet<string>): number => {
  if (years.has(pair)) return 3;
  if (/^\p{N}+$/u.test(pair)) return 0;
  return /\p{N}/u.test(pair) ? 1 : 2;
};

/**
 * What must be among a document's words for it to answer the query. It is looked up by the first; the others are
 * checked. Numbers tell most by their end.
 * @returns none for a query of a single sign: such a one cannot be looked up
 */
export const queryWords = (query: string): string[] => {
  const pieces = piecesOf(query);
  const years = new Set(pieces.flatMap((piece) => piece.match(YEAR) ?? []).flatMap(pairsOf));
  const pairs = [...new Set(pieces.flatMap(pairsOf))];
  const [numbers = [], ...others] = [0, 1, 2, 3].map((rank) =>
    pairs.filter((pair) => rankOf(pair, years) === rank),
  );
  return [...numbers.reverse(), ...others.flat()];
};

/**
 * The words of what somebody typed to search a list; none where nothing was typed: the whole list is wanted.
 * @throws DomainError search.tooShort
 */
export const askedWords = (keyword: string): string[] => {
  const words = queryWords(keyword);
  if (words.length === 0 && keyword.trim() !== '') throw new DomainError('search.tooShort');
  return words;
};
