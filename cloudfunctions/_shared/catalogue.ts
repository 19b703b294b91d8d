import source from '../../data/catalogue.json';
import type { CatalogueEntry, Severity } from '../../miniprogram/domain/catalogue/catalogue';
import type { InspectionType } from '../../miniprogram/domain/inspection/inspection';

const TYPE_BY_NAME: Readonly<Record<string, InspectionType>> = {
  质量: 'quality',
  安全: 'safety',
  综合: 'comprehensive',
};

const basisOf = (entry: (typeof source.entries)[number]): string => {
  const [first] = entry.basis;
  if (!first) return '';
  return `《${first.doc}》${first.number ? `（${first.number}）` : ''}${first.article ?? ''}`;
};

/** Keywords of plain letters are pinyin initials in the source. */
const initialsOf = (entry: (typeof source.entries)[number]): string =>
  [entry.py, ...entry.keywords.filter((word) => /^[a-z]+$/.test(word))].join(' ');

const GROUP_OF_DISCIPLINE: ReadonlyMap<string, string> = new Map(
  source.categories.flatMap(({ groups }) =>
    groups.flatMap(({ group, disciplines }) => disciplines.map(({ code }) => [code, group] as const)),
  ),
);

/** Which edition of data/catalogue.json this is. */
export const CATALOGUE_EDITION = source.meta.version;

export const CATALOGUE: ReadonlyMap<string, CatalogueEntry> = new Map(
  source.entries.map((entry) => [
    entry.id,
    {
      id: entry.id,
      kind: entry.kind as CatalogueEntry['kind'],
      domain: entry.domain as CatalogueEntry['domain'],
      group: GROUP_OF_DISCIPLINE.get(entry.discipline) ?? '',
      discipline: entry.discipline,
      disciplineName: entry.disciplineName,
      text: entry.text,
      basis: basisOf(entry),
      severity: entry.severity as Severity,
      types: entry.inspectionTypes.flatMap((name) => TYPE_BY_NAME[name] ?? []),
      initials: initialsOf(entry),
    },
  ]),
);
