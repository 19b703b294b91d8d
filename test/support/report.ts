import { createHash, randomUUID } from 'node:crypto';
import type { Envelope, Holder } from './cloud';
import { jpegOf } from './media';

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** What a phone sends of one file; the answer is the confirmation's. */
export const confirmFile = async (
  holder: Holder,
  personId: string,
  bytes: Buffer,
  change: object = {},
): Promise<Envelope> => {
  const requestId = randomUUID();
  const hash = sha256(bytes);
  return holder.call('evidence', 'confirm', {
    requestId,
    fileID: await holder.upload(`uploads/${personId}/${requestId}/${hash}`, bytes),
    thumbnailID: null,
    kind: 'photo',
    sha256: hash,
    takenAt: new Date(Date.now() - 120_000).toISOString(),
    durationMs: null,
    place: null,
    annotates: null,
    ...change,
  });
};

/** A photo of each text, confirmed. @returns the evidence ids, in order */
export const confirmPhotos = (
  holder: Holder,
  personId: string,
  texts: readonly string[],
): Promise<string[]> =>
  Promise.all(
    texts.map(async (text) => {
      const answer = await confirmFile(holder, personId, jpegOf(text));
      if (!answer.ok) throw new Error(answer.error?.message);
      return (answer.data as { evidenceId: string }).evidenceId;
    }),
  );

/** A report that every rule accepts: 陈海生 (p0103) on 滨江新城三期 A 区. */
export const goodReport = () => ({
  requestId: randomUUID() as string,
  projectId: 'pr-bj3a',
  type: 'safety',
  part: '3 号楼 12 层',
  isClear: false,
  findings: [
    {
      evidenceIds: [] as string[],
      catalogueIds: ['S-SCO-004'],
      supplement: '东侧栏杆缺失',
      severity: 'serious',
      unitId: 'u-build-1' as string | null,
      action: 'rectify',
      days: 3 as number | null,
    },
  ],
  reviewerIds: ['p0101', 'p0102'],
  recipientIds: ['p0302'],
  attendance: null,
  partnerId: null as string | null,
  previousId: null as string | null,
});
