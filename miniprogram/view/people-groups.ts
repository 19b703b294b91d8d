import type { PersonRef } from '../domain/people/post';

export interface PersonRow extends PersonRef {
  readonly isPicked: boolean;
}

export interface PeopleGroup {
  readonly title: string;
  /** People of several units: each says its own. */
  readonly isMixed: boolean;
  readonly people: readonly PersonRow[];
}

interface Choice {
  readonly picked: readonly string[];
  readonly keyword: string;
  /** Ids of those chosen lately, the last first; of them, those who are offered today stand before the units. */
  readonly recent: readonly string[];
}

const matches = ({ name, position, organisation }: PersonRef, keyword: string): boolean =>
  keyword
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .every((word) => `${name} ${organisation} ${position}`.toLowerCase().includes(word));

/** The groups as one list: a heading, and everybody below it. */
export type PeopleRow =
  | { readonly row: 'heading'; readonly id: string; readonly title: string }
  | {
      readonly row: 'person';
      readonly id: string;
      readonly name: string;
      /** 岗位, with the unit where the heading does not say it. */
      readonly post: string;
      readonly isPicked: boolean;
    };

export const peopleRows = (groups: readonly PeopleGroup[]): PeopleRow[] =>
  groups.flatMap(({ title, isMixed, people }) => [
    { row: 'heading' as const, id: `unit ${title}`, title },
    ...people.map(({ personId, name, organisation, position, isPicked }) => ({
      ...{ row: 'person' as const, id: personId, name, isPicked },
      post: isMixed ? `${organisation} ${position}` : position,
    })),
  ]);

/** The people on offer by unit, everybody once; while searching only those who match, without 最近. */
export const peopleGroups = (
  people: readonly PersonRef[],
  { picked, keyword, recent }: Choice,
): PeopleGroup[] => {
  const rowOf = (person: PersonRef): PersonRow => ({ ...person, isPicked: picked.includes(person.personId) });
  const found = people.filter((person) => matches(person, keyword));
  const lately =
    keyword.trim() === '' ? recent.flatMap((id) => found.find((person) => person.personId === id) ?? []) : [];
  const others = found.filter((person) => !lately.includes(person));
  const units = [...new Set(others.map((person) => person.organisation))];
  return [
    ...(lately.length > 0 ? [{ title: '最近', isMixed: true, people: lately.map(rowOf) }] : []),
    ...units.map((title) => ({
      title,
      isMixed: false,
      people: others.filter((person) => person.organisation === title).map(rowOf),
    })),
  ];
};
