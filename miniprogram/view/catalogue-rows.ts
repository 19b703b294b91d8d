import {
  KINDS,
  searchCatalogue,
  SEVERITIES,
  type CatalogueEntry,
  type Kind,
} from '../domain/catalogue/catalogue';
import type { InspectionType } from '../domain/inspection/inspection';
import { SEVERITY_TONES, type Tag } from './inspection-view';

/** 常用 are the person's own; the others are the tree of one kind. */
export type Shelf = 'usual' | Kind;

export const SHELVES: readonly { readonly name: Shelf; readonly title: string }[] = [
  { name: 'usual', title: '常用' },
  { name: 'term', title: '标准规范' },
  { name: 'violation', title: KINDS.violation },
];

/** Of what is found: all of it, or one of the manual's two selections. */
export type KindFilter = 'all' | Kind;

export const KIND_FILTERS: readonly { readonly value: KindFilter; readonly name: string }[] = [
  { value: 'all', name: '全部' },
  { value: 'term', name: '标准规范' },
  { value: 'violation', name: KINDS.violation },
];

/** Where in the catalogue the person is. */
export interface CataloguePlace {
  readonly type: InspectionType;
  readonly shelf: Shelf;
  /** Code of the discipline that is open, '' for the tree. */
  readonly discipline: string;
  /** What is searched for, in all of the type; '' for nothing. */
  readonly keyword: string;
  /** Which of what is found for the keyword. */
  readonly kind: KindFilter;
}

/** Ids, in the order they are to be shown in. */
export interface OwnEntries {
  readonly picked: readonly string[];
  readonly favourites: readonly string[];
  readonly recent: readonly string[];
}

interface HeadingRow {
  readonly row: 'heading';
  readonly id: string;
  readonly title: string;
}
interface DisciplineRow {
  readonly row: 'discipline';
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly pickedCount: number;
}
export interface EntryRow {
  readonly row: 'entry';
  readonly id: string;
  readonly text: string;
  readonly basis: string;
  /** Kind and discipline, where the place does not say them; otherwise ''. */
  readonly note: string;
  readonly tag: Tag;
  readonly isPicked: boolean;
  readonly isFavourite: boolean;
}
export type CatalogueRow = HeadingRow | DisciplineRow | EntryRow;

const heading = (title: string): HeadingRow => ({ row: 'heading', id: `heading:${title}`, title });

const entryRow = (entry: CatalogueEntry, own: OwnEntries, isAmongOthers: boolean): EntryRow => ({
  row: 'entry',
  id: entry.id,
  text: entry.text,
  basis: entry.basis,
  note: isAmongOthers ? `${KINDS[entry.kind]} · ${entry.disciplineName}` : '',
  tag: { word: SEVERITIES[entry.severity], tone: SEVERITY_TONES[entry.severity], sign: '' },
  isPicked: own.picked.includes(entry.id),
  isFavourite: own.favourites.includes(entry.id),
});

const treeRows = (entries: readonly CatalogueEntry[], { picked }: OwnEntries): CatalogueRow[] => {
  const groups = new Map<string, Map<string, CatalogueEntry[]>>();
  for (const entry of entries) {
    const disciplines = groups.get(entry.group) ?? new Map<string, CatalogueEntry[]>();
    groups.set(entry.group, disciplines);
    disciplines.set(entry.discipline, [...(disciplines.get(entry.discipline) ?? []), entry]);
  }
  return [...groups].flatMap(([group, disciplines]) => [
    heading(group),
    ...[...disciplines].map(
      ([id, all]): DisciplineRow => ({
        row: 'discipline',
        id,
        name: all[0]?.disciplineName ?? '',
        count: all.length,
        pickedCount: all.filter((entry) => picked.includes(entry.id)).length,
      }),
    ),
  ]);
};

/** Favourites, then what was chosen lately and is none of them; only of the type. */
const usualRows = (entries: readonly CatalogueEntry[], own: OwnEntries): CatalogueRow[] => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const section = (title: string, ids: readonly string[]): CatalogueRow[] => {
    const rows = ids.flatMap((id) => byId.get(id) ?? []).map((entry) => entryRow(entry, own, true));
    return rows.length > 0 ? [heading(title), ...rows] : [];
  };
  return [
    ...section('收藏', own.favourites),
    ...section(
      '最近使用',
      own.recent.filter((id) => !own.favourites.includes(id)),
    ),
  ];
};

/** The rows of a place, of the inspection type's entries alone. */
export const catalogueRows = (
  entries: readonly CatalogueEntry[],
  { type, shelf, discipline, keyword, kind }: CataloguePlace,
  own: OwnEntries,
): CatalogueRow[] => {
  if (keyword.trim() !== '') {
    return searchCatalogue(entries, type, keyword)
      .filter((entry) => kind === 'all' || entry.kind === kind)
      .map((entry) => entryRow(entry, own, true));
  }
  const fitting = searchCatalogue(entries, type, '');
  if (shelf === 'usual') return usualRows(fitting, own);
  const ofKind = fitting.filter((entry) => entry.kind === shelf);
  return discipline === ''
    ? treeRows(ofKind, own)
    : ofKind.filter((entry) => entry.discipline === discipline).map((entry) => entryRow(entry, own, false));
};

/** What stands above the rows: how many were found, or which discipline is open; null for neither. */
export const placeTitle = (
  rows: readonly CatalogueRow[],
  entries: readonly CatalogueEntry[],
  { discipline, keyword }: CataloguePlace,
): { readonly name: string; readonly count: number; readonly isOpenDiscipline: boolean } | null => {
  if (keyword.trim() !== '') return { name: '查找结果', count: rows.length, isOpenDiscipline: false };
  if (discipline === '') return null;
  const name = entries.find((entry) => entry.discipline === discipline)?.disciplineName ?? '';
  return { name, count: rows.length, isOpenDiscipline: true };
};
