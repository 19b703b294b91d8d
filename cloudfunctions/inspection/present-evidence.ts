import type { CitedEvidence } from '../../miniprogram/domain/evidence/evidence';
import type { Attendance } from '../../miniprogram/domain/inspection/attendance';
import { UNIT_ROLES } from '../../miniprogram/domain/people/post';

type Urls = ReadonlyMap<string, string>;

/** Everything an address is needed for. */
export const filesOf = (evidence: readonly CitedEvidence[]): string[] =>
  evidence.flatMap(({ fileID, thumbnailID }) => [fileID, ...(thumbnailID ? [thumbnailID] : [])]);

const addressesOf = ({ fileID, thumbnailID }: CitedEvidence, urls: Urls) => ({
  url: urls.get(fileID) ?? null,
  thumbnailUrl: (thumbnailID && urls.get(thumbnailID)) ?? null,
});

const copyOf = (evidence: readonly CitedEvidence[], id: string): CitedEvidence | undefined =>
  evidence.find(({ annotates }) => annotates === id);

const originalsOf = (evidence: readonly CitedEvidence[]): CitedEvidence[] =>
  evidence.filter(({ annotates }) => annotates === null);

const presentFile = (entry: CitedEvidence, urls: Urls) => ({
  evidenceId: entry.evidenceId,
  order: entry.order,
  durationMs: entry.durationMs,
  takenAt: entry.takenAt,
  receivedAt: entry.receivedAt,
  ...addressesOf(entry, urls),
});

/**
 * A finding's evidence by kind, each in its order; a photo with the copy that is shown for it, if it has one. Neither
 * paths nor hashes, nor where it was taken.
 */
export const presentEvidence = (
  evidence: readonly CitedEvidence[],
  urls: Urls,
  doubtful: ReadonlySet<string>,
) => {
  const originals = originalsOf(evidence);
  return {
    photos: originals
      .filter(({ kind }) => kind === 'photo')
      .map((photo) => {
        const copy = copyOf(evidence, photo.evidenceId);
        return {
          ...presentFile(photo, urls),
          annotated: copy ? presentFile(copy, urls) : null,
          isDoubtful: doubtful.has(photo.evidenceId) || (copy ? doubtful.has(copy.evidenceId) : false),
        };
      }),
    videos: originals.filter(({ kind }) => kind === 'video').map((file) => presentFile(file, urls)),
    voices: originals.filter(({ kind }) => kind === 'voice').map((file) => presentFile(file, urls)),
  };
};

/** Who of a unit signed, with the signature, or would not and why. */
export const presentAttendance = (attendance: Attendance | null, urls: Urls) =>
  attendance && {
    unit: { name: attendance.unit.unitName, role: UNIT_ROLES[attendance.unit.unitRole] },
    name: attendance.name,
    signature: attendance.signature && presentFile(attendance.signature, urls),
    refusal: attendance.refusal,
  };

/** The author's own again, to be cited once more: by the ids of original and copy, shown as the copy is. */
export const presentForCorrection = (evidence: readonly CitedEvidence[], urls: Urls) =>
  originalsOf(evidence).map((original) => {
    const copy = copyOf(evidence, original.evidenceId);
    const { kind, sha256, bytes, durationMs, takenAt } = original;
    return {
      ...{ kind, sha256, bytes, durationMs, takenAt },
      evidenceIds: [original.evidenceId, ...(copy ? [copy.evidenceId] : [])],
      ...addressesOf(copy ?? original, urls),
    };
  });
