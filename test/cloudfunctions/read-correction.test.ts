import { randomUUID } from 'node:crypto';
import { holderOf, startSeededCloud, type Holder, type TestCloud } from '../support/cloud';
import { jpegOf } from '../support/media';
import { confirmFile, confirmPhotos, goodReport, sha256 } from '../support/report';

const SUPERVISOR = '19000000103';
const COLLEAGUE = '19000000104';
const HEAD = '19000000101';
const CONTRACTOR = '19000000302';
const OTHER_SUPERVISOR = '19000000203';
const STRANGER = '19000009999';

let started: TestCloud;
const holders = new Map<string, Holder>();
const as = (phone: string): Holder => holders.get(phone) as Holder;

beforeAll(async () => {
  started = await startSeededCloud();
  for (const phone of [SUPERVISOR, COLLEAGUE, HEAD, CONTRACTOR, OTHER_SUPERVISOR, STRANGER]) {
    holders.set(phone, holderOf(started.cloud.url, phone));
    if (phone !== STRANGER) expect(await as(phone).enter()).toMatchObject({ ok: true });
  }
});
afterAll(() => started.close());

const submit = async (report: object): Promise<string> => {
  const answer = await as(SUPERVISOR).call('inspection', 'submit', report);
  expect(answer).toMatchObject({ ok: true });
  return (answer.data as { inspectionId: string }).inspectionId;
};
const reject = async (inspectionId: string): Promise<void> => {
  const command = { requestId: randomUUID(), inspectionId, reason: '请补拍东侧' };
  expect(await as(HEAD).call('inspection', 'reject', command)).toMatchObject({ ok: true });
};
const PHOTO = {
  kind: 'photo',
  // jpegOf: start and end 2 each, comment 4, frame 13, scan 10, data 7, and its text's three.
  bytes: 41,
  durationMs: null,
  takenAt: expect.stringMatching(/Z$/) as string,
  url: expect.stringMatching(/^http/) as string,
  thumbnailUrl: null,
};
const correction = (phone: string, inspectionId: string) =>
  as(phone).call('inspection', 'correction', { inspectionId });

describe('更正后重新上报 · 原来的内容', () => {
  test('its author gets all that was submitted, the evidence by its ids, and the reason', async () => {
    const [one = '', two = ''] = await confirmPhotos(as(SUPERVISOR), 'p0103', ['one', 'two']);
    const drawn = await confirmFile(as(SUPERVISOR), 'p0103', jpegOf('drawn'), { annotates: two });
    const { evidenceId: shown } = drawn.data as { evidenceId: string };
    const evidenceIds = [two, shown, one];
    const report = goodReport();
    const finding = {
      ...report.findings[0],
      evidenceIds,
      severity: 'major',
      action: 'partialStop',
      days: null,
    };
    const id = await submit({ ...report, findings: [finding], partnerId: 'p0104' });
    await reject(id);
    expect(await correction(SUPERVISOR, id)).toEqual({
      ok: true,
      data: {
        inspectionId: id,
        reason: '请补拍东侧',
        // Whom a report on this project can name, as nameablePeople tells it.
        people: expect.objectContaining({ units: expect.any(Array) as unknown }) as unknown,
        projectId: 'pr-bj3a',
        type: 'safety',
        part: '3 号楼 12 层',
        isClear: false,
        findings: [
          {
            evidence: [
              { ...PHOTO, sha256: sha256(jpegOf('two')), evidenceIds: [two, shown] },
              { ...PHOTO, sha256: sha256(jpegOf('one')), evidenceIds: [one] },
            ],
            cited: [{ id: 'S-SCO-004', text: '作业层脚手板未满铺、临边防护或层间防护不严' }],
            supplement: '东侧栏杆缺失',
            severity: 'major',
            unitId: 'u-build-1',
            action: 'partialStop',
            days: null,
          },
        ],
        attendance: null,
        partnerId: 'p0104',
        reviewerIds: ['p0101', 'p0102'],
        recipientIds: ['p0302'],
      },
    });

    // Sent again as it came, the photos are accepted without being uploaded a second time; after that it is done.
    const copy = { ...report, requestId: randomUUID(), findings: [finding], previousId: id };
    await submit(copy);
    expect(await correction(SUPERVISOR, id)).toMatchObject({
      ok: false,
      error: { code: 'inspection.resubmittedAlready' },
    });
  });

  test.each([
    ['colleague', COLLEAGUE],
    ['reviewer', HEAD],
    ['recipient', CONTRACTOR],
    ['other station', OTHER_SUPERVISOR],
  ])('the %s gets nothing of it', async (_, phone) => {
    const id = await submit(goodReport());
    await reject(id);
    const hidden = await correction(phone, id);
    expect(hidden).toMatchObject({ ok: false, error: { code: 'record.notVisible' } });
    expect(hidden).toEqual(await correction(phone, 'none'));
  });

  test('who has not entered gets nothing', async () => {
    expect(await correction(STRANGER, 'none')).toMatchObject({
      ok: false,
      error: { code: 'auth.notEntered' },
    });
  });

  test('a record in review is not corrected; other input is refused', async () => {
    const id = await submit(goodReport());
    expect(await correction(SUPERVISOR, id)).toMatchObject({
      ok: false,
      error: { code: 'inspection.notRejected' },
    });
    const answer = await as(SUPERVISOR).call('inspection', 'correction', {
      inspectionId: id,
      personId: 'p0101',
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'input.unknownField' } });
  });
});

describe('监督上报 · 可选人员', () => {
  test('come with the project and where it is', async () => {
    const answer = await as(SUPERVISOR).call('inspection', 'nameablePeople', { projectId: 'pr-bsm' });
    expect(answer).toMatchObject({
      data: {
        project: {
          projectId: 'pr-bsm',
          name: '白沙门污水处理厂扩建工程',
          number: '琼海监2026-0052',
          position: { lng: 110.3305, lat: 20.0791 },
        },
      },
    });
    const unlocated = await as(SUPERVISOR).call('inspection', 'nameablePeople', { projectId: 'pr-bj3a' });
    expect(unlocated).toMatchObject({ data: { project: { position: null } } });
  });
});
