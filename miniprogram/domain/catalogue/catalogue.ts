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

/** Entries of the type whose text, id, discipline or pinyin initials contain every word of the query. */
export const searchCatalogue = (
  entries: readonly CatalogueEntry[],
  type: InspectionType,
  query: string,
): CatalogueEntry[] => {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    if (!entry.types.includes(type)) return false;
    const haystack = `${entry.text} ${entry.id} ${entry.disciplineName} ${entry.initials}`.toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
};
