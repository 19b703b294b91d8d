/** Characters of the longest piece a project is found by. */
const LONGEST = 4;

/** What is said of a project when it is looked for. */
export interface Searched {
  readonly name: string;
  readonly number: string;
  readonly address: string;
  readonly parties: readonly { readonly unitName: string }[];
}

const piecesOf = (text: string): string[] =>
  Array.from({ length: text.length }, (_, start) =>
    Array.from({ length: Math.min(LONGEST, text.length - start) }, (__, index) =>
      text.slice(start, start + index + 1),
    ),
  ).flat();

/**
 * Every piece of one to four characters of name, 监督注册号, address and units, small letters, each once: an index of
 * them finds a word anywhere in a text, which an index of the text itself cannot.
 */
export const searchKeysOf = ({ name, number, address, parties }: Searched): string[] => {
  const texts = [name, number, address, ...parties.map(({ unitName }) => unitName)];
  return [...new Set(texts.flatMap((text) => piecesOf(text.toLowerCase())))];
};

/** What many units and places have in common tells few of them apart. */
const COMMON_ENDING = /(?:有限责任公司|有限公司|公司|集团|工程|建设|项目)$/;
const COMMON_BEGINNING = /^[\u4e00-\u9fff]{2,3}[省市县区镇]/;
/** A piece of one character would find too many. */
const LEAST = 2;

const without = (pattern: RegExp, word: string): string => {
  const rest = word.replace(pattern, '');
  return rest.length < LEAST || rest === word ? word : without(pattern, rest);
};

export interface SearchKey {
  /** Every project that contains the word has this among its keys. */
  readonly key: string;
  /** Whether every project that has the key contains the word as well. */
  readonly isWhole: boolean;
}

/**
 * By which key a word is looked up: itself, or of a longer one the piece that is likely to be rarest, which is the end
 * of a number and otherwise the beginning of what is not common to all.
 * @param word not empty
 */
export const searchKeyFor = (word: string): SearchKey => {
  const small = word.toLowerCase();
  if (small.length <= LONGEST) return { key: small, isWhole: true };
  if (/\d$/.test(small)) return { key: small.slice(-LONGEST), isWhole: false };
  const telling = without(COMMON_BEGINNING, without(COMMON_ENDING, small));
  return { key: telling.slice(0, LONGEST), isWhole: false };
};
