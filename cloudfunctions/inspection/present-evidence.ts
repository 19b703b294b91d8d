import type { CitedEvidence } from '../../miniprogram/domain/evidence/evidence';

type Urls = ReadonlyMap<string, string>;

const presentFile = (
  { evidenceId, order, takenAt, receivedAt, fileID, thumbnailID }: CitedEvidence,
  urls: Urls,
) => ({
  evidenceId,
  order,
  takenAt,
  receivedAt,
  url: urls.get(fileID) ?? null,
  thumbnailUrl: (thumbnailID && urls.get(thumbnailID)) ?? null,
});

/**
 * A finding's evidence by kind, each in its order; a photo with its drawn-on copy, if it has one. Neither paths nor
 * hashes, nor where it was taken.
 */
export const presentEvidence = (
  evidence: readonly CitedEvidence[],
  urls: Urls,
  doubtful: ReadonlySet<string>,
) => {
  const copyOf = (id: string): CitedEvidence | undefined =>
    evidence.find(({ annotates }) => annotates === id);
  const originals = evidence.filter(({ annotates }) => annotates === null);
  return {
    photos: originals
      .filter(({ kind }) => kind === 'photo')
      .map((photo) => {
        const copy = copyOf(photo.evidenceId);
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
