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

/** 3 号楼 is one thing: a sign alone belongs to what follows it, the last one to what it follows. */
const piecesOf = (query: string): string[] => {
  const pieces: string[] = [];
  let alone = '';
  for (const piece of plain(query).split(/\s+/).filter(Boolean)) {
    const whole = alone + piece;
    alone = [...whole].length < 2 ? whole : '';
    if (alone === '') pieces.push(whole);
  }
  if (alone !== '') pieces.push((pieces.pop() ?? '') + alone);
  return pieces;
};

const isNumeric = (pair: string): boolean => /^\p{N}+$/u.test(pair);

/**
 * What must be among a document's words for it to answer the query, the one to look it up by first: pairs of digits
 * are few and in every number, so they come last, and of them the end before the year that all begin with.
 * @returns none for a query of a single sign: such a one cannot be looked up
 */
export const queryWords = (query: string): string[] => {
  const pairs = [...new Set(piecesOf(query).flatMap(pairsOf))];
  return [...pairs.filter((pair) => !isNumeric(pair)), ...pairs.filter(isNumeric).reverse()];
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
