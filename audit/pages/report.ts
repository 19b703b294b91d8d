import { createHash } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { SUPERVISOR } from './people';
import { sendFilm } from './site-film';
import { sitePhotos } from './site-photos';

/** 陈海生 on 滨江新城三期 A 区; 王立新 reviews it. */
const PERSON_ID = 'p0103';
const REPORT = {
  requestId: '7c1f1c52-6a0e-4f0e-9d6c-2f4b8f2d9a11',
  projectId: 'pr-bj3a',
  type: 'safety',
  part: '3 号楼 12 层外架',
  isClear: false,
  findings: [
    {
      catalogueIds: ['S-SCO-004', 'S-PIT-006', 'S-MGT-001'],
      supplement: '东侧两跨连墙件缺失，架体外倾；作业层脚手板未铺满。要求当日停止该部位作业。',
      severity: 'major',
      unitId: 'u-build-1',
      action: 'partialStop',
      days: 1,
    },
  ],
  reviewerIds: ['p0101', 'p0102'],
  recipientIds: ['p0302', 'p0306'],
  attendance: null,
  partnerId: null,
  previousId: null,
} as const;

interface Reporter {
  readonly upload: (as: string, cloudPath: string, bytes: Buffer) => Promise<string>;
  readonly call: (as: string, name: string, action: string, data: object) => Promise<unknown>;
}

/** One more report, with photos and a film, which the demonstration data have not. @param takenAt instant, ISO */
export const sendReport = async (browser: Browser, { upload, call }: Reporter, takenAt: string) => {
  const photos = await sitePhotos(browser);
  const evidenceIds = await Promise.all(
    photos.map(async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const cloudPath = `uploads/${PERSON_ID}/${REPORT.requestId}/${sha256}.jpg`;
      const { evidenceId } = (await call(SUPERVISOR, 'evidence', 'confirm', {
        requestId: REPORT.requestId,
        fileID: await upload(SUPERVISOR, cloudPath, bytes),
        ...{
          thumbnailID: null,
          kind: 'photo',
          sha256,
          takenAt,
          durationMs: null,
          place: null,
          annotates: null,
        },
      })) as { evidenceId: string };
      return evidenceId;
    }),
  );
  const filmId = await sendFilm(browser, { upload, call }, takenAt);
  await call(SUPERVISOR, 'inspection', 'submit', {
    ...REPORT,
    findings: REPORT.findings.map((finding) => ({ ...finding, evidenceIds: [...evidenceIds, filmId] })),
  });
};
