/** Characters of the longest piece a project is found by. */
const LONGEST = 4;

/** What is said of a project when it is looked for. */
export interface Searched {
  readonly name: string;
  readonly number: string;
  readonly address: string;
  readonly parties: readonly { readonly unitName: string }[];
}

/** Full and half width, capitals and blanks alike: nobody types them as they were printed. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

const piecesOf = (text: string): string[] =>
  Array.from({ length: text.length }, (_, start) =>
    Array.from({ length: Math.min(LONGEST, text.length - start) }, (__, index) =>
      text.slice(start, start + index + 1),
    ),
  ).flat();

const textsOf = ({ name, number, address, parties }: Searched): string[] =>
  [name, number, address, ...parties.map(({ unitName }) => unitName)].map(folded);

/**
 * Every piece of one to four characters of name, 监督注册号, address and units, small letters without blanks, each once:
 * an index of them finds a word anywhere in a text, which an index of the text itself cannot.
 */
export const searchKeysOf = (searched: Searched): string[] => [
  ...new Set(textsOf(searched).flatMap(piecesOf)),
];

/** What many units and places have in common tells few of them apart. */
const COMMON_ENDING = /(?:有限责任公司|有限公司|公司|集团|工程|建设|项目)$/;
const COMMON_BEGINNING = /^[\u4e00-\u9fff]{2,3}[省市县区镇]/;
/** A piece of one character would find too many. */
const LEAST = 2;

const without = (pattern: RegExp, word: string): string => {
  const rest = word.replace(pattern, '');
  return rest.length < LEAST || rest === word ? word : without(pattern, rest);
};

/**
 * By which key a word is looked up: itself, or of a longer one the piece that is likely to be rarest, which is the end
 * of a number and otherwise the beginning of what is not common to all.
 */
const keyFor = (word: string): string => {
  if (word.length <= LONGEST) return word;
  if (/\d$/.test(word)) return word.slice(-LONGEST);
  return without(COMMON_BEGINNING, without(COMMON_ENDING, word)).slice(0, LONGEST);
};

const tellsMore = (a: string, b: string): number =>
  b.length - a.length || Number(/\d$/.test(b)) - Number(/\d$/.test(a));

export interface ProjectSearch {
  /** Every project that is looked for has this among its keys. */
  readonly key: string;
  /** Whether each of the words stands in one of its texts. */
  readonly isSaidOf: (project: Searched) => boolean;
}

/** What somebody typed to find a project by, its words apart; null where nothing was typed. */
export const projectSearch = (keyword: string): ProjectSearch | null => {
  const words = keyword.split(/\s+/).map(folded).filter(Boolean);
  const [key] = words.map(keyFor).sort(tellsMore);
  if (key === undefined) return null;
  return {
    key,
    isSaidOf: (project) => {
      const texts = textsOf(project);
      return words.every((word) => texts.some((text) => text.includes(word)));
    },
  };
};
