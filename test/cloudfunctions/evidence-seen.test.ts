import { randomUUID } from 'node:crypto';
import { holderOf, startSeededCloud, type Envelope, type Holder, type TestCloud } from '../support/cloud';
import { boxedOf, jpegOf, webmOf } from '../support/media';
import { confirmFile, confirmPhotos, goodReport, sha256 } from '../support/report';

const SUPERVISOR = '19000000103';
const HEAD = '19000000101';
const OTHER_HEAD = '19000000201';
const CONTRACTOR = '19000000302';
const OTHER_CONTRACTOR = '19000000308';
const BUREAU = '19000000108';
const ADMINISTRATOR = '19000000109';
const STRANGER = '19000009999';
const ENTERED = [SUPERVISOR, HEAD, OTHER_HEAD, CONTRACTOR, OTHER_CONTRACTOR, BUREAU, ADMINISTRATOR];

let started: TestCloud;
const holders = new Map<string, Holder>();
const as = (phone: string): Holder => holders.get(phone) as Holder;

beforeAll(async () => {
  started = await startSeededCloud();
  for (const phone of [...ENTERED, STRANGER]) holders.set(phone, holderOf(started.cloud.url, phone));
  for (const phone of ENTERED) expect(await as(phone).enter()).toMatchObject({ ok: true });
});
afterAll(() => started.close());

/** Confirmed by 陈海生, where he stood. @returns the evidence id */
const kept = async (bytes: Buffer, change: object, thumbnail?: Buffer): Promise<string> => {
  const path = `uploads/p0103/${randomUUID()}/thumbnail.jpg`;
  const answer = await confirmFile(as(SUPERVISOR), 'p0103', bytes, {
    place: { lng: 110.35, lat: 20.02, accuracy: 12 },
    thumbnailID: thumbnail ? await as(SUPERVISOR).upload(path, thumbnail) : null,
    ...change,
  });
  expect(answer).toMatchObject({ ok: true });
  return (answer.data as { evidenceId: string }).evidenceId;
};
const submit = (evidenceIds: readonly string[]): Promise<Envelope> => {
  const report = goodReport();
  const findings = [{ ...report.findings[0], evidenceIds }];
  return as(SUPERVISOR).call('inspection', 'submit', { ...report, reviewerIds: [], findings });
};

describe('it is seen through the record', () => {
  test('by whoever may see that; by nobody else, and not through another record', async () => {
    const [id, loose] = await confirmPhotos(as(SUPERVISOR), 'p0103', ['seen', 'loose']);
    const { inspectionId } = (await submit([id ?? ''])).data as { inspectionId: string };
    const view = (phone: string, evidenceIds: unknown[], of = { inspectionId }) =>
      as(phone).call('evidence', 'view', { evidenceIds, of });
    for (const phone of [SUPERVISOR, HEAD, CONTRACTOR, BUREAU]) {
      const answer = await view(phone, [id]);
      expect(answer).toMatchObject({
        ok: true,
        data: [{ evidenceId: id, kind: 'photo', thumbnailUrl: null }],
      });
      expect(JSON.stringify(answer)).not.toMatch(/cloud:|uploads|openid|p0103|110\.35/);
    }
    for (const phone of [OTHER_HEAD, OTHER_CONTRACTOR, ADMINISTRATOR]) {
      expect(await view(phone, [id])).toMatchObject({ ok: false, error: { code: 'record.notVisible' } });
    }
    expect(await view(STRANGER, [id])).toMatchObject({ ok: false, error: { code: 'auth.notEntered' } });
    expect(await view(SUPERVISOR, [loose])).toMatchObject({
      ok: false,
      error: { code: 'record.notVisible' },
    });
    expect(await view(SUPERVISOR, [id], { inspectionId: 'none' })).toMatchObject({ ok: false });
    expect(await view(SUPERVISOR, [])).toMatchObject({ ok: false });
  });

  test('the record itself shows it by kind and order, one face a photo, without whole files, paths, hashes or places', async () => {
    const [first, second] = await confirmPhotos(as(SUPERVISOR), 'p0103', ['first', 'second']);
    const small = jpegOf('small', { width: 360, height: 270 });
    const drawnOn = jpegOf('drawn on');
    const copy = await kept(drawnOn, { annotates: second }, small);
    const film = await kept(boxedOf('isom'), { kind: 'video', durationMs: 5000 });
    const film2 = await kept(boxedOf('mp42'), { kind: 'video', durationMs: 5000 }, small);
    const said = await kept(webmOf('said'), { kind: 'voice', durationMs: 3000 });
    const cited = [film, second, first, copy, film2, said] as string[];
    const { inspectionId } = (await submit(cited)).data as { inspectionId: string };
    const answer = await as(CONTRACTOR).call('inspection', 'read', { inspectionId });
    const { findings } = answer.data as { findings: Record<string, Record<string, unknown>[]>[] };
    expect(findings[0]).toMatchObject({
      photos: [
        { evidenceId: second, shownId: copy, order: 1, isDoubtful: false },
        { evidenceId: first, shownId: null, order: 2 },
      ],
      videos: [
        { evidenceId: film, order: 1, thumbnailUrl: null },
        { evidenceId: film2, order: 2 },
      ],
      voices: [{ evidenceId: said, order: 1 }],
    });
    const text = JSON.stringify(answer);
    expect(text).not.toMatch(/cloud:|uploads|openid|sha256|110\.35/);
    // The copy's thumbnail, the photo that has neither copy nor thumbnail, the poster and the recording: no more.
    const bytesOf = async (url: unknown) =>
      Buffer.from(await (await fetch(String(url))).arrayBuffer()).toString('latin1');
    const { photos = [], videos = [], voices = [] } = findings[0] ?? {};
    expect(text.match(/"https?:/g)).toHaveLength(4);
    expect(await bytesOf(photos[0]?.['thumbnailUrl'])).toBe(small.toString('latin1'));
    expect(await bytesOf(photos[1]?.['thumbnailUrl'])).toBe(jpegOf('first').toString('latin1'));
    expect(await bytesOf(videos[1]?.['thumbnailUrl'])).toBe(small.toString('latin1'));
    expect(await bytesOf(voices[0]?.['url'])).toBe(webmOf('said').toString('latin1'));
    // The whole files are told when they are asked for, the original as it was sent.
    const viewed = await as(CONTRACTOR).call('evidence', 'view', {
      evidenceIds: [copy, second, film2],
      of: { inspectionId },
    });
    const files = viewed.data as { url: string; sha256: string }[];
    expect(files.map((file) => file.sha256)).toEqual(
      [drawnOn, jpegOf('second'), boxedOf('mp42')].map((bytes) => sha256(bytes)),
    );
    expect(await bytesOf(files[0]?.url)).toBe(drawnOn.toString('latin1'));
  });
});
