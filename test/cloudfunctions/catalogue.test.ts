import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { publishCatalogue } from '../../local/seed/publish-catalogue';
import { holderOf, ROOT, startSeededCloud, type TestCloud } from '../support/cloud';

const STRANGER = '19000009999';
const CONTRACTOR = '19000000302';
const SUPERVISOR = '19000000103';
const BUILT = path.join(ROOT, 'dist/catalogue');

let started: TestCloud;
beforeAll(async () => {
  started = await startSeededCloud();
  for (const phone of [CONTRACTOR, SUPERVISOR]) {
    expect(await holderOf(started.cloud.url, phone).enter()).toMatchObject({ ok: true });
  }
});
afterAll(() => started.close());

const ask = (phone: string, knownVersion: unknown = null) =>
  holderOf(started.cloud.url, phone).call('inspection', 'catalogue', { knownVersion });
const told = async (phone: string, knownVersion: unknown = null) =>
  (await ask(phone, knownVersion)).data as { version: string; fileID: string | null };

/** What wx.cloud.downloadFile does: the file's address from the environment, then the file. */
const download = async (phone: string, fileID: string): Promise<Buffer> => {
  const response = await fetch(`${started.cloud.url}/client/file-address`, {
    method: 'POST',
    headers: { 'x-wx-holder': phone },
    body: JSON.stringify({ fileList: [fileID] }),
  });
  const { fileList } = (await response.json()) as { fileList: { tempFileURL: string; status: number }[] };
  const [{ tempFileURL, status } = { tempFileURL: '', status: -1 }] = fileList;
  if (status !== 0) throw new Error(String(status));
  return Buffer.from(await (await fetch(tempFileURL)).arrayBuffer());
};

test.each([CONTRACTOR, SUPERVISOR])('%s gets the file that was built, named by its bytes', async (phone) => {
  const { version, fileID } = await told(phone);
  const bytes = await download(phone, fileID ?? '');
  expect(readdirSync(BUILT)).toEqual([`${version}.json`]);
  expect(bytes.equals(readFileSync(path.join(BUILT, `${version}.json`)))).toBe(true);
  expect(version.endsWith(createHash('sha256').update(bytes).digest('hex').slice(0, 16))).toBe(true);
});

test('whoever has that version is told so; another version is sent to the file', async () => {
  const { version, fileID } = await told(SUPERVISOR);
  expect(await told(SUPERVISOR, version)).toEqual({ version, fileID: null });
  expect(await told(SUPERVISOR, '0.9.0-0000000000000000')).toEqual({ version, fileID });
});

test('a stranger is told nothing', async () => {
  expect(await ask(STRANGER)).toMatchObject({ ok: false, error: { code: 'auth.notEntered' } });
});

test.each([
  ['a number', 1],
  ['an operator object', { $ne: '' }],
  ['a long text', 'x'.repeat(33)],
])('%s is no version', async (_, known) => {
  const answer = await ask(SUPERVISOR, known);
  expect(answer.ok).toBe(false);
  expect(answer.error?.message).toContain('目录版本');
});

test('no phone writes under catalogue/, nor over the file', async () => {
  const { version } = await told(SUPERVISOR);
  for (const name of [`${version}.json`, 'other.json']) {
    await expect(
      holderOf(started.cloud.url, SUPERVISOR).upload(`catalogue/${name}`, Buffer.from('{}')),
    ).rejects.toThrow('STORAGE_EXCEED_AUTHORITY');
  }
});

test('a new edition is the one from then on, and the former file stays for those on the way to it', async () => {
  const former = await told(SUPERVISOR);
  const folder = mkdtempSync(path.join(tmpdir(), 'zhian-catalogue-'));
  try {
    writeFileSync(path.join(folder, '1.1.0-aaaaaaaaaaaaaaaa.json'), '{"disciplines":[],"entries":[]}');
    await publishCatalogue(started.target, folder);
    await publishCatalogue(started.target, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const now = await told(SUPERVISOR, former.version);
  expect(now.version).toBe('1.1.0-aaaaaaaaaaaaaaaa');
  expect((await download(SUPERVISOR, now.fileID ?? '')).toString()).toBe('{"disciplines":[],"entries":[]}');
  expect((await download(SUPERVISOR, former.fileID ?? '')).length).toBeGreaterThan(0);
});

test('before anything was published the person is told what to do', async () => {
  await started.database.collection('settings').doc('catalogue').remove();
  const answer = await ask(SUPERVISOR);
  expect(answer).toMatchObject({ ok: false, error: { code: 'catalogue.notPublished' } });
  expect(answer.error?.message).toContain('问题补充说明');
});
