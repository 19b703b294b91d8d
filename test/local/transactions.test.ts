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
