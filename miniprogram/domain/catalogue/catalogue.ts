import type { InspectionType } from '../inspection/inspection';
import type { UnitRole } from '../people/post';

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
  /** Whose duty it is, the first one most of all. */
  readonly subjects: readonly UnitRole[];
  readonly action: SuggestedAction;
  /** 整改期限 the catalogue proposes, days; a proposal of the product, not a term set by law. */
  readonly days: number;
  readonly types: readonly InspectionType[];
  /** Pinyin initials of the text and of its keywords, separated by blanks. */
  readonly initials: string;
}

export const SEVERITIES = { general: '一般', serious: '严重', major: '重大' } as const;
export type Severity = keyof typeof SEVERITIES;

/** From the mildest to the gravest. */
export const SUGGESTED_ACTIONS = {
  rectify: '责令整改',
  partialStop: '局部停工（或工程设备使用限制）',
  stop: '停工',
  badConduct: '不良行为记录',
} as const;
export type SuggestedAction = keyof typeof SUGGESTED_ACTIONS;

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
