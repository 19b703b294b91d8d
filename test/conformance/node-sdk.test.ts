import { startTestCloud, type TestCloud } from '../support/cloud';

let started: TestCloud;

beforeAll(async () => {
  started = await startTestCloud();
  await started.database.createCollection('things');
});
afterAll(() => started.close());

const things = () => started.database.collection('things');

describe('@cloudbase/node-sdk, unmodified', () => {
  test('keeps what it was given: kinds of values, order of fields, dates', async () => {
    const at = new Date('2026-11-23T02:00:00.000Z');
    const value = { z: 1, a: [1.5, 'x', null, true, { deep: -0.25 }], at, text: '基坑支护' };
    const { id } = (await things().add(value)) as { id: string };
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    const { data } = await things().doc(id).get();
    expect(data).toEqual([{ _id: id, ...value }]);
    expect(Object.keys(data[0])).toEqual(['_id', 'z', 'a', 'at', 'text']);
  });

  test('a second document with the same _id is refused and the first stays', async () => {
    await things().add({ _id: 'one', n: 1 });
    await expect(things().add({ _id: 'one', n: 2 })).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('E11000 duplicate key error collection:') as string,
    });
    expect((await things().doc('one').get()).data).toEqual([{ _id: 'one', n: 1 }]);
  });

  test('a collection that is not there says so', async () => {
    await expect(started.database.collection('nowhere').get()).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
      message: expect.stringMatching(/^\[ResourceNotFound\] Db or Table not exist: nowhere\./) as string,
    });
  });

  test('where, several orders, skip, limit, fields and count', async () => {
    const _ = started.database.command;
    for (const [name, floor, area] of [
      ['a', 3, 10],
      ['b', 1, 20],
      ['c', 3, 30],
      ['d', 2, 40],
    ] as const) {
      await things().add({ _id: `order-${name}`, kind: 'order', name, floor, area });
    }
    const rows = await things()
      .where({ kind: 'order', area: _.gt(10) })
      .orderBy('floor', 'desc')
      .orderBy('name', 'asc')
      .field({ name: true, _id: false })
      .get();
    expect(rows.data).toEqual([{ name: 'c' }, { name: 'd' }, { name: 'b' }]);
    const second = await things().where({ kind: 'order' }).orderBy('name', 'asc').skip(1).limit(2).get();
    expect(second.data.map(({ name }: { name: string }) => name)).toEqual(['b', 'c']);
    expect((await things().where({ kind: 'order' }).count()).total).toBe(4);
  });

  test('update changes the named fields only; set takes the whole place; remove removes', async () => {
    const _ = started.database.command;
    await things().add({ _id: 'site', a: { b: 1, c: 2 }, list: [1] });
    expect(
      await things()
        .doc('site')
        .update({ a: { b: 9 }, list: _.push([2, 3]) }),
    ).toMatchObject({ updated: 1 });
    expect((await things().doc('site').get()).data).toEqual([
      { _id: 'site', a: { b: 9, c: 2 }, list: [1, 2, 3] },
    ]);
    await things().doc('site').set({ only: true });
    expect((await things().doc('site').get()).data).toEqual([{ _id: 'site', only: true }]);
    expect(await things().doc('site').remove()).toMatchObject({ deleted: 1 });
    expect((await things().doc('site').get()).data).toEqual([]);
    expect(await things().doc('site').update({ a: 1 })).toMatchObject({ updated: 0 });
  });

  test('an update that cannot be done changes nothing', async () => {
    const _ = started.database.command;
    await things().add({ _id: 'text', n: 'x', m: 1 });
    await expect(
      things()
        .doc('text')
        .update({ m: 2, n: _.inc(1) }),
    ).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
    expect((await things().doc('text').get()).data).toEqual([{ _id: 'text', n: 'x', m: 1 }]);
  });
});

describe('transactions', () => {
  test('are seen whole or not at all, and not before their commit', async () => {
    await things().add({ _id: 'account', n: 1 });
    const transaction = await started.database.startTransaction();
    await transaction.collection('things').doc('account').update({ n: 2 });
    await transaction.collection('things').add({ _id: 'entry', n: 1 });
    expect((await transaction.collection('things').doc('account').get()).data).toMatchObject({ n: 2 });
    expect((await things().doc('account').get()).data).toEqual([{ _id: 'account', n: 1 }]);
    expect((await things().doc('entry').get()).data).toEqual([]);
    await transaction.commit();
    expect((await things().doc('account').get()).data).toEqual([{ _id: 'account', n: 2 }]);
    expect((await things().doc('entry').get()).data).toEqual([{ _id: 'entry', n: 1 }]);
  });

  test('rolled back leaves nothing', async () => {
    const transaction = await started.database.startTransaction();
    await transaction.collection('things').add({ _id: 'ghost', n: 1 });
    await transaction.rollback();
    expect((await things().doc('ghost').get()).data).toEqual([]);
  });

  test('of two that write one document the second conflicts', async () => {
    await things().add({ _id: 'contended', n: 0 });
    const first = await started.database.startTransaction();
    const second = await started.database.startTransaction();
    await first.collection('things').doc('contended').get();
    await second.collection('things').doc('contended').get();
    await first.collection('things').doc('contended').update({ n: 1 });
    await expect(second.collection('things').doc('contended').update({ n: 2 })).rejects.toMatchObject({
      code: 'DATABASE_TRANSACTION_CONFLICT',
    });
    await first.commit();
    expect((await things().doc('contended').get()).data).toEqual([{ _id: 'contended', n: 1 }]);
  });

  test('a change after the snapshot conflicts', async () => {
    await things().add({ _id: 'late', n: 0 });
    const transaction = await started.database.startTransaction();
    expect((await transaction.collection('things').doc('late').get()).data).toMatchObject({ n: 0 });
    await things().doc('late').update({ n: 1 });
    expect((await transaction.collection('things').doc('late').get()).data).toMatchObject({ n: 0 });
    await expect(transaction.collection('things').doc('late').update({ n: 5 })).rejects.toMatchObject({
      code: 'DATABASE_TRANSACTION_CONFLICT',
    });
    expect((await things().doc('late').get()).data).toEqual([{ _id: 'late', n: 1 }]);
  });

  test('a plain write waits for the one who holds the document', async () => {
    await things().add({ _id: 'held', n: 0 });
    const transaction = await started.database.startTransaction();
    await transaction.collection('things').doc('held').update({ n: 1 });
    const order: string[] = [];
    const plain = things()
      .doc('held')
      .update({ m: 2 })
      .then(() => order.push('plain'));
    await things().doc('held').get();
    await transaction.commit().then(() => order.push('commit'));
    await plain;
    expect(order[0]).toBe('commit');
    expect((await things().doc('held').get()).data).toEqual([{ _id: 'held', n: 1, m: 2 }]);
  });
});

describe('storage', () => {
  test('what was uploaded is downloaded byte for byte, and gone after deletion', async () => {
    const app = started.app;
    const content = Buffer.from([0, 255, 10, 13, 0, 7]);
    const { fileID } = await app.uploadFile({ cloudPath: 'evidence/某人/a b.jpg', fileContent: content });
    expect((await app.downloadFile({ fileID })).fileContent).toEqual(content);
    const { fileList } = await app.getTempFileURL({ fileList: [fileID, `${fileID}x`] });
    expect(fileList.map(({ code }) => code)).toEqual(['SUCCESS', 'STORAGE_FILE_NONEXIST']);
    const address = new URL(fileList[0]?.tempFileURL ?? '');
    const opened = await fetch(address);
    expect(opened.headers.get('content-type')).toBe('image/jpeg');
    address.searchParams.set('expires', '9999999999');
    expect((await fetch(address)).status).toBe(403);
    await app.deleteFile({ fileList: [fileID] });
    expect((await app.getTempFileURL({ fileList: [fileID] })).fileList[0]?.code).toBe(
      'STORAGE_FILE_NONEXIST',
    );
  });

  test.each(['../x.jpg', '/x.jpg', 'a//b.jpg', 'a/../../b.jpg'])(
    'the path %s is refused',
    async (cloudPath) => {
      await expect(
        started.app.uploadFile({ cloudPath, fileContent: Buffer.from('x') }),
      ).rejects.toMatchObject({ message: expect.stringContaining('invalid cloudPath') as string });
    },
  );
});

describe('declared indexes', () => {
  let indexed: TestCloud;
  beforeAll(async () => {
    indexed = await startTestCloud();
    await indexed.database.createCollection('people');
  });
  afterAll(() => indexed.close());

  test('a second person with the same phone is refused, also by an update; missing counts as null', async () => {
    const people = indexed.database.collection('people');
    await people.add({ _id: 'a', phone: '1' });
    await people.add({ _id: 'b', phone: '2' });
    const refused = {
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining(
        'E11000 duplicate key error collection: people index: phone',
      ) as string,
    };
    await expect(people.add({ _id: 'c', phone: '1' })).rejects.toMatchObject(refused);
    await expect(people.doc('b').update({ phone: '1' })).rejects.toMatchObject(refused);
    expect((await people.doc('b').get()).data).toEqual([{ _id: 'b', phone: '2' }]);
    await people.add({ _id: 'd' });
    await expect(people.add({ _id: 'e' })).rejects.toMatchObject(refused);
    await people.doc('a').update({ phone: '3' });
    await people.add({ _id: 'c', phone: '1' });
  });
});

describe('one document changed and given back', () => {
  test('as it is afterwards', async () => {
    const _ = started.database.command;
    await things().add({ _id: 'counter', kind: 'counter', n: 1 });
    const answer = await things()
      .where({ kind: 'counter' })
      .updateAndReturn({ n: _.inc(4) });
    expect(answer).toMatchObject({ updated: 1, doc: { _id: 'counter', n: 5 } });
    expect((await things().doc('counter').get()).data[0]).toMatchObject({ n: 5 });
  });
});

describe('files', () => {
  test('are copied, not over another unless told so, and moved', async () => {
    const { app } = started;
    await app.uploadFile({ cloudPath: 'evidence/a.txt', fileContent: Buffer.from('a') });
    await app.uploadFile({ cloudPath: 'evidence/other/a.txt', fileContent: Buffer.from('b') });
    const copy = async (srcPath: string, dstPath: string, more: object = {}) =>
      (await app.copyFile({ fileList: [{ srcPath, dstPath, ...more }] })).fileList[0];
    expect(await copy('evidence/a.txt', 'evidence/other/a.txt', { overwrite: false })).toMatchObject({
      code: 'STORAGE_FILE_EXIST',
    });
    const moved = await copy('evidence/a.txt', 'evidence/moved/a.txt', { removeOriginal: true });
    const { fileContent } = await app.downloadFile({ fileID: moved?.fileId ?? '' });
    expect(fileContent?.toString()).toBe('a');
    expect(await copy('evidence/a.txt', 'evidence/gone/a.txt')).toMatchObject({
      code: 'STORAGE_FILE_NONEXIST',
    });
  });

  test('are read in ranges, as video is', async () => {
    const { app } = started;
    const { fileID } = await app.uploadFile({
      cloudPath: 'evidence/v.mp4',
      fileContent: Buffer.from('0123456789'),
    });
    const { fileList } = await app.getTempFileURL({ fileList: [fileID] });
    const part = await fetch(fileList[0]?.tempFileURL ?? '', { headers: { range: 'bytes=2-4' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe('bytes 2-4/10');
    expect(await part.text()).toBe('234');
  });
});
