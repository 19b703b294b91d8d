import type { CitedEvidence } from '../../miniprogram/domain/evidence/evidence';
import type { EvidenceKind } from '../../miniprogram/domain/evidence/kinds';
import type { Attendance } from '../../miniprogram/domain/inspection/attendance';
import { UNIT_ROLES } from '../../miniprogram/domain/people/post';

type Urls = ReadonlyMap<string, string>;

/** Every file of it. */
export const filesOf = (evidence: readonly CitedEvidence[]): string[] =>
  evidence.flatMap(({ fileID, thumbnailID }) => [fileID, ...(thumbnailID ? [thumbnailID] : [])]);

const copyOf = (evidence: readonly CitedEvidence[], id: string): CitedEvidence | undefined =>
  evidence.find(({ annotates }) => annotates === id);

const originalsOf = (evidence: readonly CitedEvidence[]): CitedEvidence[] =>
  evidence.filter(({ annotates }) => annotates === null);

/**
 * The one file of a piece of evidence that a record's page shows by itself, whole files of photos and videos being
 * asked for when they are opened (evidence.view): of a photo its thumbnail, of a video its poster, null where there is
 * none; of what has no smaller face the file.
 */
const faceOf = ({ kind, fileID, thumbnailID }: CitedEvidence): string | null =>
  kind === 'video' ? thumbnailID : kind === 'photo' ? (thumbnailID ?? fileID) : fileID;

/** Everything a record's page needs an address for: one file a photo, that of its shown copy. */
export const facesOf = (evidence: readonly CitedEvidence[]): string[] =>
  originalsOf(evidence).flatMap((original) => {
    const face = faceOf(copyOf(evidence, original.evidenceId) ?? original);
    return face === null ? [] : [face];
  });

const presentFile = ({ evidenceId, order, durationMs, takenAt, receivedAt }: CitedEvidence) => ({
  ...{ evidenceId, order, durationMs, takenAt, receivedAt },
});

const addressOf = (face: string | null, urls: Urls): string | null => (face && urls.get(face)) ?? null;

/**
 * A finding's evidence by kind, each in its order; a photo with the face of the copy that is shown for it, if it has
 * one. Neither paths nor hashes, nor where it was taken, nor the address of a whole photo or video.
 */
export const presentEvidence = (
  evidence: readonly CitedEvidence[],
  urls: Urls,
  doubtful: ReadonlySet<string>,
) => {
  const originals = originalsOf(evidence);
  const ofKind = (kind: EvidenceKind) => originals.filter((entry) => entry.kind === kind);
  return {
    photos: ofKind('photo').map((photo) => {
      const copy = copyOf(evidence, photo.evidenceId);
      return {
        ...presentFile(photo),
        shownId: copy?.evidenceId ?? null,
        thumbnailUrl: addressOf(faceOf(copy ?? photo), urls),
        isDoubtful: doubtful.has(photo.evidenceId) || (copy ? doubtful.has(copy.evidenceId) : false),
      };
    }),
    videos: ofKind('video').map((video) => ({
      ...presentFile(video),
      thumbnailUrl: addressOf(faceOf(video), urls),
    })),
    voices: ofKind('voice').map((voice) => ({ ...presentFile(voice), url: addressOf(faceOf(voice), urls) })),
  };
};

/** Who of a unit signed, with the signature, or would not and why. */
export const presentAttendance = (attendance: Attendance | null, urls: Urls) => {
  if (!attendance) return null;
  const { unit, name, signature, refusal } = attendance;
  return {
    unit: { name: unit.unitName, role: UNIT_ROLES[unit.unitRole] },
    name,
    signature: signature && { ...presentFile(signature), url: addressOf(faceOf(signature), urls) },
    refusal,
  };
};

const addressesOf = ({ fileID, thumbnailID }: CitedEvidence, urls: Urls) => ({
  url: urls.get(fileID) ?? null,
  thumbnailUrl: addressOf(thumbnailID, urls),
});

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
