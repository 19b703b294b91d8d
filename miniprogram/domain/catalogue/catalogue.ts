import type { InspectionType } from '../inspection/inspection';

/** 标准术语 or 违法违规行为 of the catalogue, as far as pages and records need it. */
export interface CatalogueEntry {
  readonly id: string;
  readonly kind: Kind;
  readonly domain: 'quality' | 'safety';
  /** 分部 the discipline belongs to: 主体结构. */
  readonly group: string;
  readonly discipline: string;
  readonly disciplineName: string;
  readonly text: string;
  /** First legal or technical basis, ready to print: 《name》（number）article. */
  readonly basis: string;
  readonly severity: Severity;
  readonly types: readonly InspectionType[];
  /** Pinyin initials of the text and of its keywords, separated by blanks. */
  readonly initials: string;
}

export const SEVERITIES = { general: '一般', serious: '严重', major: '重大' } as const;
export type Severity = keyof typeof SEVERITIES;

export const KINDS = { term: '标准术语', violation: '违法违规行为' } as const;
export type Kind = keyof typeof KINDS;

/** How near a word comes to an entry: the nearest stands first. */
const NOT_AT_ALL = 3;

/** In the text or a keyword's initials from their start; at the start of the text's initials; anywhere. */
const nearnessOf = (word: string, entry: CatalogueEntry): number => {
  const [text = '', ...keywords] = entry.initials.split(' ');
  if (entry.text.toLowerCase().includes(word) || keywords.some((each) => each.startsWith(word))) return 0;
  if (text.startsWith(word) || entry.id.toLowerCase().includes(word) || entry.disciplineName.includes(word))
    return 1;
  return entry.initials.includes(word) ? 2 : NOT_AT_ALL;
};

/**
 * Entries of the type whose text, id, discipline or pinyin initials contain every word of the query. What a keyword
 * begins with comes before what merely stands somewhere in the initials: lb is first of all 临边 and 漏保.
 */
export const searchCatalogue = (
  entries: readonly CatalogueEntry[],
  type: InspectionType,
  query: string,
): CatalogueEntry[] => {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return entries
    .filter((entry) => entry.types.includes(type))
    .map((entry) => ({ entry, nearness: Math.max(0, ...words.map((word) => nearnessOf(word, entry))) }))
    .filter(({ nearness }) => nearness < NOT_AT_ALL)
    .sort((one, other) => one.nearness - other.nearness)
    .map(({ entry }) => entry);
};
