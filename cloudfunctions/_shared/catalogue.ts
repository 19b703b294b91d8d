import source from '../../data/catalogue.json';
import type { CatalogueEntry, Severity, SuggestedAction } from '../../miniprogram/domain/catalogue/catalogue';
import type { InspectionType } from '../../miniprogram/domain/inspection/inspection';
import { UNIT_ROLES, type UnitRole } from '../../miniprogram/domain/people/post';

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

const ROLE_BY_NAME = new Map(
  (Object.entries(UNIT_ROLES) as [UnitRole, string][]).map(([role, name]) => [name, role]),
);

/**
 * The parties of a project that answer for it. What the source lays upon a subcontractor, a supplier or a lessor on the
 * site, the contractor answers for as well (建筑法 第二十九条, 第四十五条).
 */
const subjectsOf = (entry: (typeof source.entries)[number]): UnitRole[] => {
  const parties = entry.subject.flatMap((name) => ROLE_BY_NAME.get(name) ?? []);
  return parties.length > 0 ? parties : ['contractor'];
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
      subjects: subjectsOf(entry),
      action: entry.suggestedAction as SuggestedAction,
      days: entry.defaultDeadlineDays,
    },
  ]),
);
