import path from 'node:path';
import { holderOf, startTestCloud, type Holder, type TestCloud } from '../support/cloud';

/**
 * Every bound of the service that a program can meet, with the code it answers: of the table 错误码 and of
 * TCB_ERR_CODE in wx-server-sdk, where they stand there.
 */
let started: TestCloud;
let me: Holder;
beforeAll(async () => {
  started = await startTestCloud(path.join(__dirname, 'pool'));
  me = holderOf(started.cloud.url, '19000000103');
  await started.database.createCollection('things');
});
afterAll(() => started.close());

const call = async (data: object): Promise<unknown> => (await me.requestOf('worker', data)).result;
const KB = 1024;
const MB = 1024 * KB;
const REQUEST_ID: unknown = expect.stringMatching(/^[0-9a-f-]{36}$/);
/** An event whose JSON has exactly so many bytes. */
const eventOf = (bytes: number, filler = 'x'): object => {
  const bare = JSON.stringify({ step: 'whoami', filler: '' }).length;
  return { step: 'whoami', filler: filler.repeat((bytes - bare) / Buffer.byteLength(filler)) };
};

describe('a call of a client', () => {
  test('holds 100 KB, not a byte more', async () => {
    expect(await call(eventOf(100 * KB))).toMatchObject({ SOURCE: 'wx_client' });
    await expect(call(eventOf(100 * KB + 1))).rejects.toMatchObject({
      errCode: -501023,
      requestID: REQUEST_ID,
    });
  });

  test('is measured in bytes, not in characters', async () => {
    const characters = Math.ceil((100 * KB) / 3);
    await expect(call({ step: 'whoami', filler: '监'.repeat(characters) })).rejects.toMatchObject({
      errCode: -501023,
    });
  });

  test('answers 1 MB, not a byte more', async () => {
    // The JSON of a text has two quotation marks.
    expect(await call({ step: 'large', bytes: MB - 2 })).toHaveLength(MB - 2);
    await expect(call({ step: 'large', bytes: MB - 1 })).rejects.toMatchObject({
      errCode: -604001,
      requestID: REQUEST_ID,
    });
  });

  test('a function hands a function 6 MB', async () => {
    expect(await call({ step: 'largeNested', bytes: 6 * MB - 2 })).toBe(6 * MB - 2);
    await expect(call({ step: 'largeNested', bytes: 6 * MB - 1 })).rejects.toMatchObject({
      errCode: -504002,
    });
  });

  test.each(['nothing', '', 'worker/../loop', 'constructor'])(
    'reaches no function called “%s”',
    async (name) => {
      await expect(me.requestOf(name, {})).rejects.toMatchObject({
        errCode: -501000,
        requestID: REQUEST_ID,
      });
    },
  );
});

describe('what is closed to clients', () => {
  const ask = async (route: string, body: object): Promise<Record<string, unknown>> => {
    const response = await fetch(`${started.cloud.url}/client/${route}`, {
      method: 'POST',
      headers: { 'x-wx-holder': '19000000103' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Record<string, unknown>;
  };

  test('the database', async () => {
    const answer = await ask('database', { collectionName: 'things' });
    expect(answer['error']).toMatchObject({ errCode: -502003 });
    expect(answer['data']).toBeUndefined();
  });

  test('every file: also one’s own is read through functions only; another’s is not deleted', async () => {
    const mine = await me.upload('uploads/p0103/mine.jpg', Buffer.from('x'));
    const other = holderOf(started.cloud.url, '19000000104');
    const theirs = await other.upload('uploads/p0104/theirs.jpg', Buffer.from('x'));
    expect(await ask('file-address', { fileList: [mine] })).toEqual({
      fileList: [expect.objectContaining({ fileID: mine, tempFileURL: '', status: -503002 })],
    });
    expect(await ask('delete-file', { fileList: [theirs] })).toEqual({
      fileList: [expect.objectContaining({ fileID: theirs, status: -503002 })],
    });
    expect((await started.app.downloadFile({ fileID: theirs })).fileContent?.toString()).toBe('x');
  });

  test('an upload outside the prefixes of the storage rule', async () => {
    await expect(me.upload('public/x.jpg', Buffer.from('x'))).rejects.toMatchObject({ errCode: -503002 });
  });
});

describe('files', () => {
  const ids = (count: number) =>
    Array.from({ length: count }, (_, index) => `cloud://zhian-local/evidence/${index}`);

  test('addresses of 50 at once, not of 51', async () => {
    expect((await started.app.getTempFileURL({ fileList: ids(50) })).fileList).toHaveLength(50);
    await expect(started.app.getTempFileURL({ fileList: ids(51) })).rejects.toMatchObject({
      code: 'INVALID_PARAM',
    });
  });

  test('50 deleted at once, not 51', async () => {
    expect((await started.app.deleteFile({ fileList: ids(50) })).fileList).toHaveLength(50);
    await expect(started.app.deleteFile({ fileList: ids(51) })).rejects.toMatchObject({
      code: 'INVALID_PARAM',
    });
  });

  test('an upload under a false signature is refused in the words of the object storage', async () => {
    const { data } = (await started.app.getUploadMetadata({ cloudPath: 'evidence/a.jpg' })) as {
      data: { url: string };
    };
    const response = await fetch(data.url.replace(/sign=./, 'sign=_'), { method: 'PUT', body: 'x' });
    expect(response.status).toBe(403);
    expect(await response.text()).toMatch(
      /<Error><Code>AccessDenied<\/Code><Message>.+<\/Message><RequestId>/,
    );
  });

  test('a path of 850 bytes, not of 851', async () => {
    const prefix = 'uploads/';
    const pathOf = (bytes: number): string => prefix + 'p'.repeat(bytes - prefix.length);
    expect(await me.upload(pathOf(850), Buffer.from('x'))).toContain(pathOf(850));
    await expect(me.upload(pathOf(851), Buffer.from('x'))).rejects.toMatchObject({ errCode: -501007 });
  });

  test.each(['"', '\\', '{', '}', '[', ']', '~', '%', '#', '<', '>'])(
    'no %s in a path',
    async (character) => {
      await expect(me.upload(`uploads/a${character}b`, Buffer.from('x'))).rejects.toMatchObject({
        errCode: -501007,
      });
    },
  );
});

describe('the database', () => {
  test('gives 100 documents unless asked, and 1,000 at most', async () => {
    const things = started.database.collection('things');
    for (let start = 0; start < 1100; start += 100) {
      await things.add(Array.from({ length: 100 }, (_, index) => ({ _id: `t${start + index}` })));
    }
    expect((await things.get()).data).toHaveLength(100);
    expect((await things.limit(1000).get()).data).toHaveLength(1000);
    expect((await things.limit(1100).get()).data).toHaveLength(1000);
  });

  test('has 100 collections, not 101', async () => {
    const other = await startTestCloud(path.join(__dirname, 'pool'), { indexes: {} });
    try {
      for (let index = 0; index < 100; index += 1) await other.database.createCollection(`c${index}`);
      await expect(other.database.createCollection('one-more')).rejects.toMatchObject({
        code: 'DATABASE_COLLECTION_EXCEED_LIMIT',
      });
      await other.database.createCollection('c99');
    } finally {
      await other.close();
    }
  });

  const indexOf = (name: string, fields: number) => ({
    name,
    fields: Array.from({ length: fields }, (_, index) => [`f${index}`, 1] as const),
  });
  const startWith = (indexes: readonly ReturnType<typeof indexOf>[]) =>
    startTestCloud(path.join(__dirname, 'pool'), { indexes: { things: indexes } });

  test('takes 100 indexes of a collection and 31 fields of an index', async () => {
    const hundred = Array.from({ length: 100 }, (_, index) => indexOf(`i${index}`, 31));
    await (await startWith(hundred)).close();
    await expect(startWith([...hundred, indexOf('one-more', 1)])).rejects.toThrow('things 的索引超过 100 个');
    await expect(startWith([indexOf('wide', 32)])).rejects.toThrow('things.wide');
    await expect(startWith([indexOf('empty', 0)])).rejects.toThrow('things.empty');
    await expect(startWith([indexOf('twice', 1), indexOf('twice', 2)])).rejects.toThrow('同名');
  });
});
