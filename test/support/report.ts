import { createHash, randomUUID } from 'node:crypto';
import type { Holder } from './cloud';

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A few bytes that stand for a photo where nobody looks at it. */
export const bytesOf = (text: string): Buffer => Buffer.from(`photo:${text}`);

export const uploadPhotos = async (holder: Holder, personId: string, texts: readonly string[]) =>
  Promise.all(
    texts.map(async (text, index) => {
      const bytes = bytesOf(text);
      return {
        fileID: await holder.upload(`evidence/${personId}/${randomUUID()}/${sha256(bytes)}.jpg`, bytes),
        sha256: sha256(bytes),
        bytes: bytes.length,
        order: index + 1,
        takenAt: new Date(Date.now() - 120_000).toISOString(),
      };
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
      photos: [] as object[],
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
  partnerId: null as string | null,
  previousId: null as string | null,
});
