import { createHash } from 'node:crypto';
import type * as Service from '../../miniprogram/services/catalogue';
import { bareDisk, type Disk } from '../support/disk';
import { bareWx, type BareWx } from '../support/page';

const fileOf = (text: string): Buffer =>
  Buffer.from(
    `{"disciplines":[["S-PIT","基坑","基坑与模板支架",1]],"entries":[["001",0,0,2,6,"${text}","","jk",[1],0,3]]}`,
  );
const versionOf = (bytes: Buffer): string =>
  `1.0.0-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`;

const FIRST = fileOf('堆载');
const SECOND = fileOf('未监测');
const [ONE, TWO] = [versionOf(FIRST), versionOf(SECOND)];
const pathOf = (version: string): string => `wxfile://usr/catalogue-${version}.json`;
const fileID = (version: string): string => `cloud://e.b/catalogue/${version}.json`;

let wx: BareWx;
let disk: Disk;

beforeEach(() => {
  wx = bareWx();
  disk = bareDisk();
  disk.store.set(fileID(ONE), FIRST);
  disk.store.set(fileID(TWO), SECOND);
});

/** What the program loads in a run of its own: nothing is in memory yet. */
const run = async () => {
  let service: typeof Service | undefined;
  await jest.isolateModulesAsync(async () => {
    service = await import('../../miniprogram/services/catalogue');
  });
  if (!service) throw new Error('not loaded');
  const { loadCatalogue, renewCatalogue } = service;
  return Object.assign(async () => (await loadCatalogue()).map(({ text }) => text), {
    renew: renewCatalogue,
  });
};
const publish = (version: string | null): void =>
  wx.answer(
    'catalogue',
    version === null
      ? { ok: true, data: { version: ONE, fileID: null } }
      : { ok: true, data: { version, fileID: fileID(version) } },
  );
const asked = (): unknown[] => wx.calls.map(({ data }) => data.data['knownVersion']);
const kept = (): string[] => [...disk.files.keys()].filter((path) => path.startsWith('wxfile://usr'));

test('fetched once, kept by its version, and read from memory afterwards', async () => {
  publish(ONE);
  const load = await run();
  expect(await Promise.all([load(), load()])).toEqual([['堆载'], ['堆载']]);
  expect(await load()).toEqual(['堆载']);
  expect(disk.downloads).toEqual([fileID(ONE)]);
  expect(asked()).toEqual([null]);
  expect(kept()).toEqual([pathOf(ONE)]);
});

test('the next run reads it from the phone and asks nothing, until somebody begins to choose: then once', async () => {
  disk.files.set(pathOf(ONE), FIRST);
  publish(null);
  const load = await run();
  expect(await load()).toEqual(['堆载']);
  expect(asked()).toEqual([]);
  await Promise.all([load.renew(), load.renew()]);
  await load.renew();
  expect(asked()).toEqual([ONE]);
  expect(disk.downloads).toEqual([]);
});

test('what was fetched in this run is the newest, and is not asked for again', async () => {
  publish(ONE);
  const load = await run();
  await load.renew();
  expect(asked()).toEqual([]);
  await load();
  await load.renew();
  expect(asked()).toEqual([null]);
});

test('a newer edition takes its place while the kept one is in use; the old file goes', async () => {
  disk.files.set(pathOf(ONE), FIRST);
  publish(TWO);
  const load = await run();
  expect(await load()).toEqual(['堆载']);
  await load.renew();
  expect(kept()).toEqual([pathOf(TWO)]);
  expect(await load()).toEqual(['未监测']);
});

test('without a network the kept one serves, and without one kept the person is told', async () => {
  wx.answer('catalogue', { errCode: -1 });
  const bare = await run();
  await expect(bare()).rejects.toMatchObject({ code: 'network.unavailable' });
  disk.files.set(pathOf(ONE), FIRST);
  const load = await run();
  expect(await load()).toEqual(['堆载']);
  await load.renew();
  expect(await load()).toEqual(['堆载']);
  expect(kept()).toEqual([pathOf(ONE)]);
  // It is asked again once there is one.
  publish(TWO);
  await load.renew();
  expect(await load()).toEqual(['未监测']);
});

test('a failure does not stay: the next try fetches', async () => {
  wx.answer('catalogue', { errCode: -1 }, { ok: true, data: { version: ONE, fileID: fileID(ONE) } });
  const load = await run();
  await expect(load()).rejects.toMatchObject({ code: 'network.unavailable' });
  expect(await load()).toEqual(['堆载']);
});

test.each([
  ['cut off', FIRST.subarray(0, -9)],
  ['altered in one character', Buffer.from(FIRST.toString().replace('堆载', '堆栈'))],
  ['empty', Buffer.alloc(0)],
])('a kept file that is %s is thrown away and fetched again', async (_, content) => {
  disk.files.set(pathOf(ONE), content);
  publish(ONE);
  expect(await (await run())()).toEqual(['堆载']);
  expect(asked()).toEqual([null]);
  expect(disk.files.get(pathOf(ONE))).toEqual(FIRST);
});

test('a download that came incomplete is refused in words and leaves nothing behind', async () => {
  disk.store.set(fileID(ONE), FIRST.subarray(0, -9));
  publish(ONE);
  await expect((await run())()).rejects.toThrow('标准术语目录没有下载完整，请重试');
  expect(kept()).toEqual([]);
});

test('a version that is no part of a file name is refused', async () => {
  wx.answer('catalogue', { ok: true, data: { version: '../x', fileID: fileID(ONE) } });
  await expect((await run())()).rejects.toMatchObject({ code: 'catalogue.damaged' });
  expect(disk.downloads).toEqual([]);
});
