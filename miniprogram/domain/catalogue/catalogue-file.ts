import { INSPECTION_TYPES, type InspectionType } from '../inspection/inspection';
import type { Sha256 } from '../integrity/event-chain';
import { UNIT_ROLES, type UnitRole } from '../people/post';
import {
  KINDS,
  SEVERITIES,
  SUGGESTED_ACTIONS,
  type CatalogueEntry,
  type Kind,
  type Severity,
  type SuggestedAction,
} from './catalogue';

/**
 * The catalogue as one compact file for phones. A field of few values is written as its place in a list,
 * so a list below may grow at its end only.
 */
const DOMAINS = ['quality', 'safety'] as const satisfies readonly CatalogueEntry['domain'][];
const KIND_LIST = Object.keys(KINDS) as Kind[];
const SEVERITY_LIST = Object.keys(SEVERITIES) as Severity[];
const TYPE_LIST = Object.keys(INSPECTION_TYPES) as InspectionType[];
const ROLE_LIST = Object.keys(UNIT_ROLES) as UnitRole[];
const ACTION_LIST = Object.keys(SUGGESTED_ACTIONS) as SuggestedAction[];

/** code, name, group, domain */
type PackedDiscipline = readonly [string, string, string, number];
/** number within the discipline, discipline, kind, severity, types as bits, text, basis, initials, subjects, action, days */
type PackedEntry = readonly [
  string,
  number,
  number,
  number,
  number,
  string,
  string,
  string,
  readonly number[],
  number,
  number,
];

interface CatalogueFile {
  readonly disciplines: readonly PackedDiscipline[];
  readonly entries: readonly PackedEntry[];
}

export class CatalogueFileError extends Error {}

/** @throws CatalogueFileError when an id is not its discipline's code and a number */
const numberOf = ({ id, discipline }: CatalogueEntry): string => {
  if (!id.startsWith(`${discipline}-`)) throw new CatalogueFileError(`${id} is no number of ${discipline}`);
  return id.slice(discipline.length + 1);
};

/** The file's text; `unpackCatalogue` gives the same entries in the same order. */
export const packCatalogue = (entries: readonly CatalogueEntry[]): string => {
  const disciplines = new Map<string, { index: number; packed: PackedDiscipline }>();
  const packed = entries.map((entry): PackedEntry => {
    const { discipline, disciplineName, group, domain } = entry;
    const known = disciplines.get(discipline);
    const index = known?.index ?? disciplines.size;
    if (!known)
      disciplines.set(discipline, {
        index,
        packed: [discipline, disciplineName, group, DOMAINS.indexOf(domain)],
      });
    return [
      numberOf(entry),
      index,
      KIND_LIST.indexOf(entry.kind),
      SEVERITY_LIST.indexOf(entry.severity),
      entry.types.reduce((bits, type) => bits | (1 << TYPE_LIST.indexOf(type)), 0),
      entry.text,
      entry.basis,
      entry.initials,
      entry.subjects.map((role) => ROLE_LIST.indexOf(role)),
      ACTION_LIST.indexOf(entry.action),
      entry.days,
    ];
  });
  const file: CatalogueFile = {
    disciplines: [...disciplines.values()].map((each) => each.packed),
    entries: packed,
  };
  return JSON.stringify(file);
};

const at = <T>(list: readonly T[], index: number): T => {
  const value = list[index];
  if (value === undefined) throw new CatalogueFileError(`no value ${index}`);
  return value;
};

/** @throws CatalogueFileError when it is no catalogue, whatever else it is */
export const unpackCatalogue = (text: string): CatalogueEntry[] => {
  try {
    const { disciplines, entries } = JSON.parse(text) as CatalogueFile;
    return entries.map((packed) => {
      const [number, index, kind, severity, bits, words, basis, initials, subjects, action, days] = packed;
      const [discipline, disciplineName, group, domain] = at(disciplines, index);
      return {
        id: `${discipline}-${number}`,
        kind: at(KIND_LIST, kind),
        domain: at(DOMAINS, domain),
        group,
        discipline,
        disciplineName,
        text: words,
        basis,
        severity: at(SEVERITY_LIST, severity),
        types: TYPE_LIST.filter((_, position) => (bits & (1 << position)) !== 0),
        initials,
        subjects: subjects.map((role) => at(ROLE_LIST, role)),
        action: at(ACTION_LIST, action),
        days,
      };
    });
  } catch (error) {
    throw new CatalogueFileError((error as Error).message);
  }
};

/** Hex digits of a version that say which bytes it is: enough to tell a damaged file from a whole one. */
const DIGEST_LENGTH = 16;

/** The version of a catalogue: its edition and what it consists of. */
export const catalogueVersion = (edition: string, file: string, sha256: Sha256): string =>
  `${edition}-${sha256(file).slice(0, DIGEST_LENGTH)}`;

/** @param digest SHA-256 of the bytes, hex */
export const isCatalogueOf = (version: string, digest: string): boolean =>
  version.endsWith(`-${digest.slice(0, DIGEST_LENGTH)}`);

/** What a version may look like: it becomes part of file names. */
export const CATALOGUE_VERSION_SHAPE = /^[\w.]{1,15}-[0-9a-f]{16}$/;
