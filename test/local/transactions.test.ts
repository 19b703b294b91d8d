import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase, type DocumentDatabase } from '../../local/cloud/engine/database';
import { parseDocument } from '../../local/cloud/values/ejson';

const doc = (json: object) => parseDocument(JSON.stringify(json));
const CONFLICT = { code: 'DATABASE_TRANSACTION_CONFLICT' };
const ENDED = { code: 'DATABASE_TRANSACTION_FAIL' };

let folder: string;
let now: number;
let database: DocumentDatabase;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhian-transactions-'));
  now = 1_000_000;
  database = openDatabase({ file: path.join(folder, 'cloud.db'), indexes: {}, now: () => now });
  database.createCollection('things');
  await database.insert('things', [doc({ _id: 'a', n: 0 }), doc({ _id: 'b', n: 0 })]);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const set = (id: string, n: number, transaction?: string) =>
  database.modify(
    {
      collection: 'things',
      query: doc({ _id: id }),
      data: doc({ $set: { n } }),
      multi: false,
      merge: true,
      upsert: false,
    },
    transaction,
  );
const read = (id: string, transaction?: string): unknown =>
  database.find({ collection: 'things', query: doc({ _id: id }) }, transaction)[0]?.['n'];

test('the snapshot is taken by the first operation, not by the beginning', async () => {
  const transaction = database.startTransaction();
  await set('a', 1);
  expect(read('a', transaction)).toBe(1);
  await set('b', 1);
  expect(read('b', transaction)).toBe(0);
});

test('write skew is allowed: each reads both and writes the other', async () => {
  const [first, second] = [database.startTransaction(), database.startTransaction()];
  for (const transaction of [first, second]) {
    expect([read('a', transaction), read('b', transaction)]).toEqual([0, 0]);
  }
  await set('a', 1, first);
  await set('b', 1, second);
  database.commit(first);
  database.commit(second);
  expect([read('a'), read('b')]).toEqual([1, 1]);
});

test('a conflict ends the transaction and lets go of what it held', async () => {
  const [first, second] = [database.startTransaction(), database.startTransaction()];
  await set('b', 5, second);
  await set('a', 1, first);
  await expect(set('a', 2, second)).rejects.toMatchObject(CONFLICT);
  expect(() => database.commit(second)).toThrow(expect.objectContaining(ENDED) as Error);
  await set('b', 9);
  expect(read('b')).toBe(9);
  database.commit(first);
  expect(read('a')).toBe(1);
});

test('after thirty seconds it has ended, what it held is free, and nothing of it is kept', async () => {
  const transaction = database.startTransaction();
  await set('a', 1, transaction);
  now += 29_999;
  expect(read('a', transaction)).toBe(1);
  now += 1;
  expect(() => database.commit(transaction)).toThrow(expect.objectContaining(ENDED) as Error);
  await set('a', 7);
  expect(read('a')).toBe(7);
});

test('a plain write that waits goes on when the holder runs out of time', async () => {
  const transaction = database.startTransaction();
  await set('a', 1, transaction);
  const waiting = set('a', 3);
  now += 30_000;
  // Any later call looks for what has ended.
  expect(() => database.abort(transaction)).toThrow(expect.objectContaining(ENDED) as Error);
  await waiting;
  expect(read('a')).toBe(3);
});

test('two inserts of one id: the second conflicts; its document is not there', async () => {
  const [first, second] = [database.startTransaction(), database.startTransaction()];
  await database.insert('things', [doc({ _id: 'new', n: 1 })], first);
  await expect(database.insert('things', [doc({ _id: 'new', n: 2 })], second)).rejects.toMatchObject(
    CONFLICT,
  );
  database.commit(first);
  expect(read('new')).toBe(1);
});

test('an insert that was decided while the transaction looked conflicts too', async () => {
  const transaction = database.startTransaction();
  expect(read('new', transaction)).toBeUndefined();
  await database.insert('things', [doc({ _id: 'new', n: 1 })]);
  await expect(database.insert('things', [doc({ _id: 'new', n: 2 })], transaction)).rejects.toMatchObject(
    CONFLICT,
  );
  expect(read('new')).toBe(1);
});

test('all of it is there after the file was opened again', async () => {
  const transaction = database.startTransaction();
  await set('a', 4, transaction);
  await set('b', 4, transaction);
  database.commit(transaction);
  database.close();
  database = openDatabase({ file: path.join(folder, 'cloud.db'), indexes: {}, now: () => now });
  expect([read('a'), read('b')]).toEqual([4, 4]);
});

describe('with indexes', () => {
  beforeEach(async () => {
    database.close();
    database = openDatabase({
      file: path.join(folder, 'cloud.db'),
      indexes: {
        people: [
          { name: 'phone', fields: [['phone', 1]], unique: true },
          {
            name: 'team_at',
            fields: [
              ['team', 1],
              ['at', -1],
            ],
          },
        ],
      },
      now: () => now,
      mostExamined: 50,
    });
    database.createCollection('people');
    const people = Array.from({ length: 100 }, (_each, n) =>
      doc({ _id: `p${n}`, phone: `${n}`, team: n % 5, at: n }),
    );
    await database.insert('people', people);
  });

  const put = (_id: string, fields: object, transaction?: string) =>
    database.modify(
      {
        collection: 'people',
        query: doc({ _id }),
        data: doc({ $set: fields }),
        multi: false,
        merge: true,
        upsert: false,
      },
      transaction,
    );
  const take = (_id: string, transaction: string) =>
    database.remove({ collection: 'people', query: doc({ _id }), multi: false }, transaction);
  const phone = (value: string, transaction?: string) =>
    database
      .find({ collection: 'people', query: doc({ phone: value }) }, transaction)
      .map((each) => each['_id']);

  test('a unique key passes from one document to another, whichever was touched first', async () => {
    const transaction = database.startTransaction();
    await put('p1', { n: 1 }, transaction);
    await take('p2', transaction);
    await put('p1', { phone: '2' }, transaction);
    database.commit(transaction);
    expect([phone('1'), phone('2')]).toEqual([[], ['p1']]);
  });

  test('two documents exchange their unique keys by way of a third', async () => {
    const transaction = database.startTransaction();
    await put('p1', { phone: 'between' }, transaction);
    await put('p2', { phone: '1' }, transaction);
    await put('p1', { phone: '2' }, transaction);
    database.commit(transaction);
    expect([phone('1'), phone('2'), phone('between')]).toEqual([['p2'], ['p1'], []]);
  });

  test.each<[string, (transaction: string) => Promise<unknown>]>([
    ['of a standing document', (id) => database.insert('people', [doc({ _id: 'new', phone: '3' })], id)],
    ['by an update', (id) => put('p1', { phone: '3' }, id)],
    [
      'of a document of its own',
      async (id) => {
        await database.insert('people', [doc({ _id: 'new', phone: 'x' })], id);
        await database.insert('people', [doc({ _id: 'newer', phone: 'x' })], id);
      },
    ],
  ])('a second unique key is refused at once, not at the end: %s', async (_name, write) => {
    const transaction = database.startTransaction();
    await expect(write(transaction)).rejects.toThrow('E11000 duplicate key error collection: people');
    expect(() => database.commit(transaction)).toThrow(expect.objectContaining(ENDED) as Error);
  });

  test('a key that its document gave up is free for another', async () => {
    const transaction = database.startTransaction();
    await database.insert('people', [doc({ _id: 'new', phone: 'x' })], transaction);
    await put('new', { phone: 'y' }, transaction);
    await database.insert('people', [doc({ _id: 'newer', phone: 'x' })], transaction);
    database.commit(transaction);
    expect([phone('x'), phone('y')]).toEqual([['newer'], ['new']]);
  });

  test('a key that somebody took after the snapshot is a conflict; nothing of the transaction stays', async () => {
    const transaction = database.startTransaction();
    await put('p1', { n: 1 }, transaction);
    await database.insert('people', [doc({ _id: 'other', phone: 'x' })]);
    await put('p1', { phone: 'x' }, transaction);
    expect(() => database.commit(transaction)).toThrow(expect.objectContaining(CONFLICT) as Error);
    expect([phone('1'), phone('x')]).toEqual([['p1'], ['other']]);
  });

  test('a query within looks at the index, and sees its own changes in their order', async () => {
    const transaction = database.startTransaction();
    await put('p3', { at: 1000 }, transaction);
    await take('p98', transaction);
    await put('p4', { team: 3, at: 90 }, transaction);
    await put('p8', { team: 4 }, transaction);
    await database.insert('people', [doc({ _id: 'new', phone: 'x', team: 3, at: 93.5 })], transaction);
    const request = { collection: 'people', query: doc({ team: 3 }), order: doc({ at: -1 }), limit: 6 };
    // Team 3 is 3, 8, …, 98: without 98 and 8, with 3 as the latest, 4 at 90 and the new one before 93.
    expect(database.find(request, transaction).map((each) => each['_id'])).toEqual([
      'p3', 'new', 'p93', 'p4', 'p88', 'p83',
    ]); // prettier-ignore
    expect(database.find(request).map((each) => each['_id'])).toEqual([
      'p98', 'p93', 'p88', 'p83', 'p78', 'p73',
    ]); // prettier-ignore
    expect(phone('x', transaction)).toEqual(['new']);
    expect(() => database.find({ collection: 'people', query: doc({ at: 5 }) }, transaction)).toThrow(
      'examined more than 50 documents',
    );
  });

  test('the first thing that happens after the start may be a transaction, on an index made just now', async () => {
    database.close();
    database = openDatabase({
      file: path.join(folder, 'cloud.db'),
      indexes: { people: [{ name: 'at', fields: [['at', 1]] }] },
      now: () => now,
    });
    const transaction = database.startTransaction();
    const found = database.find({ collection: 'people', query: doc({ at: { $lt: 2 } }) }, transaction);
    expect(found.map((each) => each['_id'])).toEqual(['p0', 'p1']);
  });
});
