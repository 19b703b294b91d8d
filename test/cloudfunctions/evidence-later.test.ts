import { randomUUID } from 'node:crypto';
import { holderOf, startSeededCloud, type Holder, type TestCloud } from '../support/cloud';
import { jpegOf } from '../support/media';
import { confirmFile, confirmPhotos, goodReport } from '../support/report';
import { until } from '../support/until';

/** What happens to evidence behind its confirmation: WeChat's check of it, and the nightly sweep. */
let started: TestCloud;
let supervisor: Holder;
let head: Holder;

beforeAll(async () => {
  started = await startSeededCloud();
  supervisor = holderOf(started.cloud.url, '19000000103');
  head = holderOf(started.cloud.url, '19000000101');
  for (const holder of [supervisor, head]) expect(await holder.enter()).toMatchObject({ ok: true });
});
afterAll(() => started.close());

const panel = async (route: string, body: object): Promise<void> => {
  const response = await fetch(`${started.cloud.url}/panel/${route}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect(response.ok).toBe(true);
};

interface Document {
  readonly fileID: string;
  readonly citedIn: string | null;
  readonly check: { readonly traceId: string; readonly state: string };
}
const documentOf = async (id: string): Promise<Document | undefined> =>
  (await started.database.collection('evidence').doc(id).get()).data[0] as Document | undefined;
const isStored = async (fileID: string): Promise<boolean> =>
  (await started.app.getTempFileURL({ fileList: [fileID] })).fileList[0]?.code === 'SUCCESS';

const photo = async (text: string): Promise<string> =>
  (await confirmPhotos(supervisor, 'p0103', [text]))[0] ?? '';

const submitted = async (evidenceIds: readonly string[]): Promise<string> => {
  const report = goodReport();
  const findings = [{ ...report.findings[0], evidenceIds }];
  const answer = await supervisor.call('inspection', 'submit', { ...report, findings });
  expect(answer).toMatchObject({ ok: true });
  return (answer.data as { inspectionId: string }).inspectionId;
};

describe('WeChat’s check of a photo', () => {
  const doubts = async (holder: Holder, inspectionId: string): Promise<unknown> => {
    const answer = await holder.call('inspection', 'read', { inspectionId });
    const { findings } = answer.data as { findings: { photos: { isDoubtful: boolean }[] }[] };
    return findings[0]?.photos.map(({ isDoubtful }) => isDoubtful);
  };

  test('a risky one stays evidence and is 待核 for the station’s head alone; one that passes is not', async () => {
    await panel('verdict', { verdict: 'risky' });
    const risky = await photo('risky');
    await panel('verdict', { verdict: 'pass' });
    const good = await photo('good');
    const checked = async (id: string, state: string): Promise<true | undefined> =>
      (await documentOf(id))?.check.state === state ? true : undefined;
    await until(() => checked(risky, 'risky'));
    await until(() => checked(good, 'pass'));
    const inspectionId = await submitted([risky, good]);
    expect(await doubts(head, inspectionId)).toEqual([true, false]);
    expect(await doubts(supervisor, inspectionId)).toEqual([false, false]);
    expect(await isStored((await documentOf(risky))?.fileID ?? '')).toBe(true);
  });

  test('what a person says in WeChat’s place is not believed', async () => {
    const id = await photo('forged');
    const waiting = await until(async () => {
      const document = await documentOf(id);
      return document?.check.state === 'pass' ? document : undefined;
    });
    const message = {
      Event: 'wxa_media_check',
      trace_id: waiting.check.traceId,
      errcode: 0,
      result: { suggest: 'risky' },
    };
    await expect(supervisor.requestOf('wechat-push', message)).rejects.toMatchObject({ errCode: -504002 });
    expect((await documentOf(id))?.check.state).toBe('pass');
  });
});

describe('the nightly sweep', () => {
  const after = (days: number) => panel('clock', { offsetMs: Math.round(days * 24 * 60 * 60 * 1000) });

  test('is the timer’s alone', async () => {
    await expect(supervisor.requestOf('evidence-sweep', {})).rejects.toMatchObject({ errCode: -504002 });
  });

  test('what nothing cites goes after a week, with what was announced and never confirmed; the rest stays', async () => {
    const thumbnailID = await supervisor.upload(
      'uploads/p0103/t.jpg',
      jpegOf('t', { width: 90, height: 60 }),
    );
    const withThumbnail = await confirmFile(supervisor, 'p0103', jpegOf('unused'), { thumbnailID });
    const { evidenceId: unused } = withThumbnail.data as { evidenceId: string };
    const cited = await photo('cited');
    const inspectionId = await submitted([cited]);
    // A submission that died before it marked what it cites.
    await started.database.collection('evidence').doc(cited).update({ citedIn: null });
    const announced = 'uploads/p0103/announced.jpg';
    const abandoned = await supervisor.upload(announced, jpegOf('abandoned'));
    await supervisor.call('evidence', 'announce', {
      requestId: randomUUID(),
      paths: [announced, `${announced}x`],
    });
    const cover = await supervisor.upload('uploads/p0103/cover.jpg', jpegOf('cover'));
    const document = (await documentOf(unused)) as unknown as { fileID: string; thumbnailID: string };

    await after(6);
    for (const file of [document.fileID, document.thumbnailID, abandoned])
      expect(await isStored(file)).toBe(true);
    await after(7.9);
    expect(await submitted([unused]).catch(() => 'refused')).toBe('refused');
    expect(await documentOf(unused)).toBeDefined();

    await after(10);
    for (const file of [document.fileID, document.thumbnailID, abandoned])
      expect(await isStored(file)).toBe(false);
    expect(await documentOf(unused)).toBeUndefined();
    expect((await started.database.collection('uploads').count()).total).toBe(0);
    const kept = await documentOf(cited);
    expect(kept?.citedIn).toBe(inspectionId);
    for (const file of [kept?.fileID ?? '', cover]) expect(await isStored(file)).toBe(true);
  });
});
