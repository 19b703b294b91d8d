import { createHash, randomUUID } from 'node:crypto';
import { holderOf, startSeededCloud, type Envelope, type Holder, type TestCloud } from '../support/cloud';
import { boxedOf, jpegOf, pngOf, webmOf } from '../support/media';
import { confirmFile, confirmPhotos, goodReport, sha256 } from '../support/report';

let started: TestCloud;
let holders: ReadonlyMap<string, Holder>;
const SUPERVISOR = '19000000103';
const COLLEAGUE = '19000000104';
const HEAD = '19000000101';
const OTHER_HEAD = '19000000201';
const CONTRACTOR = '19000000302';
const OTHER_CONTRACTOR = '19000000308';
const BUREAU = '19000000108';
const ADMINISTRATOR = '19000000109';
const STRANGER = '19000009999';
const ENTERED = [
  ...[SUPERVISOR, COLLEAGUE, HEAD, OTHER_HEAD, CONTRACTOR, OTHER_CONTRACTOR, BUREAU, ADMINISTRATOR],
];

const as = (phone: string): Holder => {
  const holder = holders.get(phone);
  if (!holder) throw new Error(`nobody holds ${phone}`);
  return holder;
};

beforeAll(async () => {
  started = await startSeededCloud();
  holders = new Map([...ENTERED, STRANGER].map((phone) => [phone, holderOf(started.cloud.url, phone)]));
  for (const phone of ENTERED) expect(await as(phone).enter()).toMatchObject({ ok: true });
});
afterAll(() => started.close());

interface Document {
  readonly _id: string;
  readonly fileID: string;
  readonly thumbnailID: string | null;
  readonly receivedAt: string;
  readonly citedIn: string | null;
  readonly check: { readonly state: string };
}

const documentOf = async (id: string): Promise<Document | undefined> =>
  (await started.database.collection('evidence').doc(id).get()).data[0] as Document | undefined;
const count = async (): Promise<number> => (await started.database.collection('evidence').count()).total ?? 0;
const bytesAt = async (fileID: string): Promise<Buffer> =>
  (await started.app.downloadFile({ fileID })).fileContent as unknown as Buffer;
const isStored = async (fileID: string): Promise<boolean> =>
  (await started.app.getTempFileURL({ fileList: [fileID] })).fileList[0]?.code === 'SUCCESS';

/** A command with its file in the store, to be sent again and again. */
const prepared = async (bytes: Buffer, change: object = {}) => {
  const requestId = randomUUID();
  const path = `uploads/p0103/${requestId}/photo.jpg`;
  return {
    requestId,
    fileID: await as(SUPERVISOR).upload(path, bytes),
    thumbnailID: null as string | null,
    kind: 'photo',
    sha256: sha256(bytes),
    durationMs: null as number | null,
    takenAt: '2026-11-23T01:00:00.000Z',
    place: { lng: 110.35, lat: 20.02, accuracy: 12 },
    annotates: null as string | null,
    ...change,
  };
};
const confirm = (phone: string, command: object): Promise<Envelope> =>
  as(phone).call('evidence', 'confirm', command);
const idOf = (answer: Envelope): string => {
  expect(answer).toMatchObject({ ok: true });
  return (answer.data as { evidenceId: string }).evidenceId;
};

const submit = (evidenceIds: readonly string[], change: object = {}, phone = SUPERVISOR) => {
  const report = goodReport();
  const findings = [{ ...report.findings[0], evidenceIds }];
  return as(phone).call('inspection', 'submit', { ...report, reviewerIds: [], findings, ...change });
};

describe('a file becomes evidence', () => {
  test('its bytes are kept as they came, with both instants; the upload goes, and no path or openid is told', async () => {
    const bytes = jpegOf('kept');
    const command = await prepared(bytes);
    const thumbnail = jpegOf('small', { width: 360, height: 270 });
    const thumbnailID = await as(SUPERVISOR).upload('uploads/p0103/t/photo.thumbnail.jpg', thumbnail);
    const { requestID, result } = await as(SUPERVISOR).requestOf('evidence', {
      action: 'confirm',
      data: { ...command, thumbnailID },
    });
    expect(result).toMatchObject({ ok: true, data: { kind: 'photo', hasThumbnail: true } });
    expect(JSON.stringify(result)).not.toMatch(/cloud:|uploads|evidence\/|openid|p0103/);
    const invocation = await fetch(`${started.cloud.url}/panel/invocations?requestId=${requestID}`);
    expect(((await invocation.json()) as { waves: number }).waves).toBeLessThanOrEqual(3);
    const document = await documentOf(idOf(result as Envelope));
    expect(document).toMatchObject({
      ownerId: 'p0103',
      takenAt: '2026-11-23T01:00:00.000Z',
      pixels: { width: 640, height: 480 },
      bytes: bytes.length,
    });
    expect((await bytesAt(document?.fileID ?? '')).equals(bytes)).toBe(true);
    expect((await bytesAt(document?.thumbnailID ?? '')).equals(thumbnail)).toBe(true);
    expect(await isStored(command.fileID)).toBe(false);
    expect(JSON.stringify(document)).not.toMatch(/openid/i);
  });

  test.each([
    ['PNG', 'photo', pngOf(), null],
    // A minute, and the second by which a recorder may be late; ten minutes likewise.
    ['a film of a phone', 'video', boxedOf('mp42'), 61_000],
    ['a film of a browser', 'video', webmOf('film'), 0],
    ['a recording', 'voice', webmOf('voice'), 601_000],
  ])('%s is taken', async (_, kind, bytes, durationMs) => {
    const answer = await confirm(SUPERVISOR, await prepared(bytes, { kind, durationMs }));
    expect(await documentOf(idOf(answer))).toMatchObject({ kind, durationMs });
  });

  test('repeated it is one, also eight times at once; with another body it is refused', async () => {
    const command = await prepared(jpegOf('repeat'));
    const before = await count();
    const answers = await Promise.all(Array.from({ length: 8 }, () => confirm(SUPERVISOR, command)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await confirm(SUPERVISOR, command)).toEqual(answers[0]);
    expect(await count()).toBe(before + 1);
    expect(await confirm(SUPERVISOR, { ...command, kind: 'video' })).toMatchObject({
      ok: false,
      error: { code: 'command.reused' },
    });
  });

  test('sent twice at once with another thumbnail each: what the document names is not written over', async () => {
    const command = await prepared(jpegOf('two faces'));
    const faces = ['one', 'other'].map((text) => jpegOf(text, { width: 360, height: 270 }));
    const thumbnails = await Promise.all(
      faces.map((bytes, at) => as(SUPERVISOR).upload(`uploads/p0103/faces/${at}.jpg`, bytes)),
    );
    const answers = await Promise.all(
      thumbnails.map((thumbnailID) => confirm(SUPERVISOR, { ...command, thumbnailID })),
    );
    const [id = ''] = answers.filter(({ ok }) => ok).map(idOf);
    const { thumbnailID = '' } = (await documentOf(id)) ?? {};
    // Sixteen digits of its own bytes' hash are in its name.
    expect(thumbnailID).toContain(`.thumbnail.${sha256(await bytesAt(thumbnailID ?? '')).slice(0, 16)}.jpg`);
  });

  test('killed between copy and document: the same command finishes what is half done', async () => {
    const bytes = jpegOf('half');
    const command = await prepared(bytes);
    // As the first try left it: `_id` is SHA-256 of kind, person, request and content, 32 digits of it.
    const id = createHash('sha256')
      .update(`evidence:p0103:${command.requestId}:${sha256(bytes)}`)
      .digest('hex')
      .slice(0, 32);
    const cloudPath = `evidence/${id}.jpg`;
    const { fileID } = await started.app.uploadFile({ cloudPath, fileContent: Buffer.from('half of it') });
    expect(idOf(await confirm(SUPERVISOR, command))).toBe(id);
    expect(await documentOf(id)).toMatchObject({ fileID });
    expect((await bytesAt(fileID)).equals(bytes)).toBe(true);
  });

  test.each([
    ['a stranger', STRANGER, 'p9999', 'auth.notEntered'],
    ['an administrator', ADMINISTRATOR, 'p0109', 'access.denied'],
    ['a bureau', BUREAU, 'p0108', 'access.denied'],
  ])('%s confirms nothing', async (_, phone, personId, code) => {
    const before = await count();
    const answer = await confirmFile(as(phone), personId, jpegOf('x'));
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(await count()).toBe(before);
  });

  const tooLarge = (): Buffer => Buffer.concat([jpegOf('large'), Buffer.alloc(20 * 1024 * 1024)]);
  test.each<[string, () => Buffer, object, string, string]>([
    ['0 bytes', () => Buffer.alloc(0), {}, 'evidence.empty', '空文件'],
    ['SVG called .jpg', () => Buffer.from('<svg xmlns="x"/>'), {}, 'evidence.wrongType', 'JPEG、PNG'],
    ['HTML called .jpg', () => Buffer.from('<!doctype html>'), {}, 'evidence.wrongType', 'JPEG、PNG'],
    ['a film for a photo', () => boxedOf('isom'), {}, 'evidence.wrongType', 'JPEG、PNG'],
    ['a photo for a voice', () => jpegOf('v'), { kind: 'voice', durationMs: 1 }, 'evidence.wrongType', 'MP3'],
    [
      'a film of more than a minute',
      () => boxedOf('isom'),
      { kind: 'video', durationMs: 61_001 },
      'evidence.tooLong',
      '60 秒',
    ],
    [
      'a recording of more than ten minutes',
      () => webmOf('v'),
      { kind: 'voice', durationMs: 601_001 },
      'evidence.tooLong',
      '600 秒',
    ],
    ['a film of no length', () => boxedOf('isom'), { kind: 'video' }, 'evidence.lengthUnclear', '时长'],
    ['a photo that plays', () => jpegOf('p'), { durationMs: 5 }, 'evidence.lengthUnclear', '时长'],
    ['HEIC', () => boxedOf('heic'), {}, 'evidence.heic', 'HEIC'],
    ['a JPEG cut off', () => jpegOf('cut').subarray(0, 40), {}, 'evidence.broken', '损坏'],
    ['a bomb', () => pngOf({ width: 50_000, height: 50_000 }), {}, 'evidence.tooManyPixels', '50000×50000'],
    ['more than 20 MB', tooLarge, {}, 'evidence.tooLarge', '20 MB'],
    ['other bytes than told', () => jpegOf('y'), { sha256: 'b'.repeat(64) }, 'evidence.altered', '不一致'],
    [
      'an upload that never came',
      () => jpegOf('z'),
      { fileID: 'cloud://zhian-local/uploads/p0103/none.jpg' },
      'evidence.missing',
      '没有上传成功',
    ],
    [
      "somebody else's upload",
      () => jpegOf('f'),
      { fileID: 'cloud://zhian-local/uploads/p0104/a.jpg' },
      'evidence.foreign',
      '不是您上传的',
    ],
    [
      'a kept file of its own',
      () => jpegOf('f'),
      { fileID: 'cloud://zhian-local/evidence/a.jpg' },
      'evidence.foreign',
      '不是您上传的',
    ],
    [
      'another environment',
      () => jpegOf('f'),
      { fileID: 'cloud://other/uploads/p0103/a.jpg' },
      'evidence.foreign',
      '不是您上传的',
    ],
    [
      'a path that climbs',
      () => jpegOf('f'),
      { fileID: 'cloud://zhian-local/uploads/p0103/../p0104/a.jpg' },
      'evidence.foreign',
      '不是您上传的',
    ],
    ['a copy of nothing', () => jpegOf('c'), { annotates: 'none' }, 'evidence.sourceUnknown', '原照片'],
    [
      'a day that is none',
      () => jpegOf('d'),
      { takenAt: '2026-02-31T08:00:00.000Z' },
      'input.malformed',
      '拍摄时间',
    ],
    [
      'a place off the earth',
      () => jpegOf('d'),
      { place: { lng: 181, lat: 0, accuracy: 1 } },
      'input.malformed',
      '经度',
    ],
    ['a field nobody knows', () => jpegOf('d'), { citedIn: null }, 'input.unknownField', 'citedIn'],
  ])('%s is refused with a sentence, and nothing is kept', async (_, bytes, change, code, words) => {
    const before = await count();
    const answer = await confirm(SUPERVISOR, await prepared(bytes(), change));
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(answer.error?.message).toContain(words);
    expect(answer.data).toBeUndefined();
    expect(await count()).toBe(before);
  });

  test('a thumbnail that is none, or as large as a photo, is refused', async () => {
    const big = jpegOf('big', { width: 4000, height: 3000 });
    for (const [bytes, code] of [
      [Buffer.from('<svg/>'), 'evidence.wrongType'],
      [big, 'evidence.tooManyPixels'],
      [Buffer.concat([jpegOf('s'), Buffer.alloc(200 * 1024)]), 'evidence.tooLarge'],
    ] as const) {
      const thumbnailID = await as(SUPERVISOR).upload('uploads/p0103/thumbnail', bytes);
      const answer = await confirm(SUPERVISOR, await prepared(jpegOf(code), { thumbnailID }));
      expect(answer).toMatchObject({ ok: false, error: { code } });
      expect(answer.error?.message).toContain('缩略图');
    }
  });

  test('no phone writes where evidence is kept, nor announces what is not its own', async () => {
    await expect(as(SUPERVISOR).upload('evidence/x.jpg', jpegOf('x'))).rejects.toMatchObject({
      errCode: -503002,
    });
    expect(
      await as(SUPERVISOR).call('evidence', 'announce', {
        requestId: randomUUID(),
        paths: ['uploads/p0104/a.jpg'],
      }),
    ).toMatchObject({ ok: false, error: { code: 'evidence.foreign' } });
  });
});

describe('a record cites it', () => {
  test('sixty photos: the command is some KB, the document far under 100 KB, within four waves', async () => {
    const ids = await confirmPhotos(
      as(SUPERVISOR),
      'p0103',
      Array.from({ length: 60 }, (_, index) => `sixty ${index}`),
    );
    const report = goodReport();
    const findings = [0, 20, 40].map((from) => ({
      ...report.findings[0],
      evidenceIds: ids.slice(from, from + 20),
    }));
    const data = { ...report, findings };
    const { requestID, result } = await as(SUPERVISOR).requestOf('inspection', { action: 'submit', data });
    expect(result).toMatchObject({ ok: true });
    const response = await fetch(`${started.cloud.url}/panel/invocations?requestId=${requestID}`);
    expect(((await response.json()) as { waves: number }).waves).toBeLessThanOrEqual(4);
    const { inspectionId } = (result as Envelope).data as { inspectionId: string };
    const stored = (await started.database.collection('inspections').doc(inspectionId).get())
      .data[0] as unknown;
    const [sent, kept] = [JSON.stringify(data).length, JSON.stringify(stored).length];
    console.warn(`sixty photos: command ${sent} bytes, document ${kept} bytes`);
    expect(sent).toBeLessThan(10_000);
    expect(kept).toBeLessThan(50_000);
    expect(await documentOf(ids[59] ?? '')).toMatchObject({ citedIn: inspectionId });
  });

  test('a 21st photo, a foreign, an unknown, a used one: refused by its place, nothing written', async () => {
    const many = await confirmPhotos(
      as(SUPERVISOR),
      'p0103',
      Array.from({ length: 21 }, (_, at) => `many ${at}`),
    );
    const [foreign] = await confirmPhotos(as(COLLEAGUE), 'p0104', ['foreign']);
    const [used] = await confirmPhotos(as(SUPERVISOR), 'p0103', ['used']);
    expect(await submit([used ?? ''])).toMatchObject({ ok: true });
    const before = (await started.database.collection('inspections').count()).total;
    for (const [ids, words] of [
      [many, '第 1 个问题的照片最多 20 张'],
      [[many[0], foreign], '没有找到第 1 个问题的第 2 张照片'],
      [[many[0], 'none'], '没有找到第 1 个问题的第 2 张照片'],
      [[many[0], used], '第 1 个问题的第 2 张照片已用于另一条记录'],
      [[many[0], many[0]], '第 1 个问题的第 2 张照片重复'],
    ] as const) {
      const answer = await submit(ids as string[]);
      expect(answer.ok).toBe(false);
      expect(answer.error?.message).toContain(words);
    }
    expect((await started.database.collection('inspections').count()).total).toBe(before);
  });

  test('two records at the same moment with the same photo: one has it', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [id] = await confirmPhotos(as(SUPERVISOR), 'p0103', [`race ${round}`]);
      const answers = await Promise.all([submit([id ?? '']), submit([id ?? ''])]);
      expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'evidence.used' } });
    }
  });

  test('the corrected copy of a rejected record uses its photos again', async () => {
    const [id] = await confirmPhotos(as(SUPERVISOR), 'p0103', ['again']);
    const first = await submit([id ?? ''], { reviewerIds: ['p0101'] });
    const { inspectionId } = first.data as { inspectionId: string };
    const rejection = { requestId: randomUUID(), inspectionId, reason: '请补充说明' };
    expect(await as(HEAD).call('inspection', 'reject', rejection)).toMatchObject({ ok: true });
    expect(await submit([id ?? ''], { previousId: inspectionId })).toMatchObject({ ok: true });
    expect(await submit([id ?? ''])).toMatchObject({ ok: false, error: { code: 'evidence.used' } });
  });

  test('an upload written over after its confirmation changes nothing of the record', async () => {
    const bytes = jpegOf('original');
    const command = await prepared(bytes);
    const id = idOf(await confirm(SUPERVISOR, command));
    const { inspectionId } = (await submit([id])).data as { inspectionId: string };
    const path = `uploads/p0103/${command.requestId}/photo.jpg`;
    expect(await as(SUPERVISOR).upload(path, jpegOf('another'))).toBe(command.fileID);
    expect(await confirm(SUPERVISOR, command)).toMatchObject({ ok: true, data: { evidenceId: id } });
    const viewed = await as(CONTRACTOR).call('evidence', 'view', { evidenceIds: [id], of: { inspectionId } });
    const [shown] = viewed.data as { url: string; sha256: string }[];
    const now = Buffer.from(await (await fetch(shown?.url ?? '')).arrayBuffer());
    expect(now.equals(bytes)).toBe(true);
    expect(shown?.sha256).toBe(sha256(bytes));
  });
});
