import { DomainError } from '../errors';
import { isCitable, type CitedEvidence, type Evidence } from './evidence';
import { EVIDENCE_KINDS, evidenceName, type EvidenceKind } from './kinds';

/** What evidence is cited with. */
export interface CitingSurroundings {
  /** What was found of the ids named. */
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly authorId: string;
  /** The server's instant. */
  readonly now: string;
  /** What the corrected record had: the copy may use it again. */
  readonly inherited: ReadonlySet<string>;
}

const KINDS = Object.keys(EVIDENCE_KINDS) as EvidenceKind[];

const requireFew = (
  entries: readonly CitedEvidence[],
  limit: 'perFinding' | 'perInspection',
  where: string,
): void => {
  for (const kind of KINDS) {
    const { name, unit, [limit]: max } = EVIDENCE_KINDS[kind];
    const count = entries.filter((entry) => entry.kind === kind && entry.annotates === null).length;
    if (count > max)
      throw new DomainError('input.tooLong', { field: `${where}${name}`, max: `${max} ${unit}` });
  }
};

/** The author's own, not used elsewhere, and not too old. Unknown and foreign are told apart to nobody. */
const requireOwn = (
  evidence: Evidence | undefined,
  what: string,
  { authorId, now, inherited }: CitingSurroundings,
): Evidence => {
  if (evidence?.ownerId !== authorId) throw new DomainError('evidence.notKept', { what });
  if (inherited.has(evidence._id)) return evidence;
  if (evidence.citedIn !== null) throw new DomainError('evidence.used', { what });
  if (!isCitable(evidence, now)) throw new DomainError('evidence.expired', { what });
  return evidence;
};

const entryOf = (evidence: Evidence, order: number): CitedEvidence => ({
  evidenceId: evidence._id,
  kind: evidence.kind,
  sha256: evidence.sha256,
  bytes: evidence.bytes,
  durationMs: evidence.durationMs,
  order,
  takenAt: evidence.takenAt,
  receivedAt: evidence.receivedAt,
  place: evidence.place,
  annotates: evidence.annotates,
  fileID: evidence.fileID,
  thumbnailID: evidence.thumbnailID,
});

/** The one of 现场签字. @throws DomainError evidence.notKept, .used, .expired */
export const citeSignature = (id: string, surroundings: CitingSurroundings): CitedEvidence => {
  const what = evidenceName('signature');
  const found = requireOwn(surroundings.evidence.get(id), what, surroundings);
  if (found.kind !== 'signature') throw new DomainError('evidence.notKept', { what });
  return entryOf(found, 1);
};

/** Each copy with its original, at its place, one copy an original. */
const placeCopies = (entries: readonly CitedEvidence[], findingOrder: number): CitedEvidence[] => {
  const drawnOn = new Set<string>();
  return entries.map((entry) => {
    if (entry.annotates === null) return entry;
    const original = entries.find(({ evidenceId }) => evidenceId === entry.annotates);
    const what = original
      ? evidenceName('photo', original.order, findingOrder)
      : `第 ${findingOrder} 个问题的照片`;
    if (!original) throw new DomainError('evidence.withoutOriginal', { what });
    if (drawnOn.has(entry.annotates)) throw new DomainError('evidence.twice', { what });
    drawnOn.add(entry.annotates);
    return { ...entry, order: original.order };
  });
};

/**
 * The manifest of each finding, in the order given.
 * @param named the evidence ids of each finding
 * @throws DomainError evidence.notKept, evidence.used, evidence.expired, evidence.twice, evidence.withoutOriginal,
 *   input.tooLong; each names what is meant by its place
 */
export const citeEvidence = (
  named: readonly (readonly string[])[],
  surroundings: CitingSurroundings,
): CitedEvidence[][] => {
  const seen = new Set<string>();
  const manifests = named.map((ids, index) => {
    const findingOrder = index + 1;
    const counts = { photo: 0, video: 0, voice: 0, signature: 0 };
    const entries = ids.map((id) => {
      const found = surroundings.evidence.get(id);
      // What is not known has no kind: most are photos, and the place is what helps.
      const kind = found?.kind ?? 'photo';
      if (!found?.annotates) counts[kind] += 1;
      const what = evidenceName(kind, counts[kind], findingOrder);
      if (seen.has(id)) throw new DomainError('evidence.twice', { what });
      seen.add(id);
      return entryOf(requireOwn(found, what, surroundings), counts[kind]);
    });
    requireFew(entries, 'perFinding', `第 ${findingOrder} 个问题的`);
    return placeCopies(entries, findingOrder);
  });
  requireFew(manifests.flat(), 'perInspection', '');
  return manifests;
};
