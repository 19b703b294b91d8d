import {
  SEVERITIES,
  SUGGESTED_ACTIONS,
  type CatalogueEntry,
  type Severity,
  type SuggestedAction,
} from '../catalogue/catalogue';
import type { UnitRole } from '../people/post';

/** What the supervisor judges of a finding beside the words and the pictures. */
export interface Judgement {
  readonly severity: Severity;
  /** 责任单位; null where it is left open. */
  readonly unitId: string | null;
  readonly action: SuggestedAction;
  /** 整改期限, days; null where none is proposed. */
  readonly days: number | null;
}

type Proposing = Pick<CatalogueEntry, 'severity' | 'subjects' | 'action' | 'days'>;
interface Party {
  readonly unitId: string;
  readonly unitRole: UnitRole;
}

/** Both tables stand in order, the gravest last. */
const gravest = <K extends string>(
  table: Readonly<Record<K, string>>,
  present: readonly K[],
): K | undefined => (Object.keys(table) as K[]).reverse().find((key) => present.includes(key));

/** The party of the project that answers, as the first entry that names one there says. */
const responsible = (entries: readonly Proposing[], parties: readonly Party[]): string | null => {
  const roles = entries.flatMap((entry) => entry.subjects);
  for (const role of roles) {
    const party = parties.find((candidate) => candidate.unitRole === role);
    if (party) return party.unitId;
  }
  return null;
};

/**
 * What the chosen entries propose together: the gravest severity and action, the shortest term, the first unit named.
 * Without an entry: 一般, 责令整改, no unit and no term.
 */
export const proposeFinding = (entries: readonly Proposing[], parties: readonly Party[]): Judgement => ({
  severity:
    gravest(
      SEVERITIES,
      entries.map(({ severity }) => severity),
    ) ?? 'general',
  unitId: responsible(entries, parties),
  action:
    gravest(
      SUGGESTED_ACTIONS,
      entries.map(({ action }) => action),
    ) ?? 'rectify',
  days: entries.length > 0 ? Math.min(...entries.map(({ days }) => days)) : null,
});
