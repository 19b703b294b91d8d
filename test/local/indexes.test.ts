import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase, type DocumentDatabase } from '../../local/cloud/engine/database';
import type { DeclaredIndex } from '../../local/cloud/engine/index/declared';
import { parseDocument } from '../../local/cloud/values/ejson';

const doc = (json: object) => parseDocument(JSON.stringify(json));
const PHONE: DeclaredIndex = { name: 'phone', fields: [['phone', 1]], unique: true };
const TAGS: DeclaredIndex = { name: 'tags', fields: [['tags', 1]] };

let folder: string;
let database: DocumentDatabase;

const open = (...indexes: DeclaredIndex[]): void => {
  database = openDatabase({
    file: path.join(folder, 'cloud.db'),
    indexes: { people: indexes },
    now: Date.now,
  });
};
const reopen = (...indexes: DeclaredIndex[]): void => {
  database.close();
  open(...indexes);
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhian-indexes-'));
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const insert = (...documents: object[]) => database.insert('people', documents.map(doc));
const set = (_id: string, fields: object) =>
  database.modify({
    collection: 'people',
    query: doc({ _id }),
    data: doc({ $set: fields }),
    multi: false,
    merge: true,
    upsert: false,
  });
const ids = (query: object, order?: object) =>
  database
    .find({ collection: 'people', query: doc(query), ...(order ? { order: doc(order) } : {}) })
    .map((each) => each['_id']);
const indexOf = (query: object, order?: object) =>
  database.explain({ collection: 'people', query: doc(query), ...(order ? { order: doc(order) } : {}) });

describe('an index that was not declared for a while', () => {
  test('knows again what was written meanwhile, and keeps its keys unique', async () => {
    open(PHONE);
    database.createCollection('people');
    await insert({ _id: 'a', phone: '1' }, { _id: 'b', phone: '2' });
    reopen();
    await insert({ _id: 'c', phone: '3' });
    await set('a', { phone: '9' });
    reopen(PHONE);
    expect([ids({ phone: '3' }), ids({ phone: '9' }), ids({ phone: '1' })]).toEqual([['c'], ['a'], []]);
    expect(indexOf({ phone: '9' })).toEqual({ index: 'phone', examined: 1 });
    await expect(insert({ _id: 'd', phone: '3' })).rejects.toThrow('E11000');
    await insert({ _id: 'd', phone: '1' });
  });

  test('is not made over what it would not have let in; the sentence says which, nothing is lost', async () => {
    open();
    database.createCollection('people');
    await insert({ _id: 'a', phone: '1' }, { _id: 'b', phone: '1' });
    expect(() => reopen(PHONE)).toThrow('记录 "b" 的 phone 与别的记录相同，唯一索引 phone 建不起来');
    open();
    expect(ids({ phone: '1' })).toEqual(['a', 'b']);
  });

  test('or had another definition under its name', async () => {
    open({ ...PHONE, fields: [['old', 1]], unique: false });
    database.createCollection('people');
    await insert({ _id: 'a', phone: '1' });
    reopen(PHONE);
    expect(ids({ phone: '1' })).toEqual(['a']);
  });
});

test('what was rolled back teaches the planner nothing, also after the file was opened again', async () => {
  open(PHONE, TAGS);
  database.createCollection('people');
  await insert({ _id: 'a', phone: '1' });
  // The list of the first is rolled back with the second.
  await expect(insert({ _id: 'b', phone: '2', tags: ['x', 'z'] }, { _id: 'c', phone: '1' })).rejects.toThrow(
    'E11000',
  );
  await insert({ _id: 'd', phone: '3', tags: ['a', 'y'] }, { _id: 'e', phone: '4', tags: ['m'] });
  reopen(PHONE, TAGS);
  // Largest first: y of d before m of e, although the index ends with y, m, a.
  expect(ids({ tags: { $gt: '' } }, { tags: -1 })).toEqual(['d', 'e']);
  expect(ids({ tags: { $gt: 'b', $lt: 'k' } })).toEqual(['d']);
});

test('arrays side by side cannot be in one index; in one array they can', async () => {
  open({
    name: 'pair',
    fields: [
      ['a', 1],
      ['b', 1],
    ],
  });
  database.createCollection('people');
  await expect(insert({ _id: 'x', a: [1], b: [2] })).rejects.toThrow('cannot index parallel arrays [b] [a]');
  await insert({ _id: 'y', a: [1, 2], b: 3 });
  await expect(set('y', { b: [] })).rejects.toThrow('cannot index parallel arrays');
  expect(ids({ a: 2, b: 3 })).toEqual(['y']);
  reopen({
    name: 'inside',
    fields: [
      ['l.a', 1],
      ['l.b', 1],
    ],
  });
  await insert({ _id: 'z', l: [{ a: 1, b: 2 }, { a: 3 }] });
  await expect(insert({ _id: 'w', l: [{ a: [1], b: [2] }] })).rejects.toThrow('cannot index parallel arrays');
  expect(ids({ 'l.a': 3 })).toEqual(['z']);
});

describe('the index of _id', () => {
  beforeEach(async () => {
    open();
    database.createCollection('people');
    await insert(...Array.from({ length: 60 }, (_each, n) => ({ _id: `p${String(n).padStart(2, '0')}`, n })));
    await insert({ _id: 7 }, { _id: -1.5 });
  });

  test.each<[string, object, object | undefined, unknown[], number]>([
    ['a list', { _id: { $in: ['p30', 'p02', 7] } }, undefined, [7, 'p02', 'p30'], 3],
    ['equality written out', { _id: { $eq: 'p03' } }, undefined, ['p03'], 1],
    ['a continuation', { _id: { $gt: 'p57' } }, { _id: 1 }, ['p58', 'p59'], 2],
    ['backward', { _id: { $lt: 'p02' } }, { _id: -1 }, ['p01', 'p00'], 2],
    ['numbers by value', { _id: { $lt: 100 } }, { _id: 1 }, [-1.5, 7], 2],
  ])('%s', (_name, query, order, expected, examined) => {
    expect(ids(query, order)).toEqual(expected);
    expect(indexOf(query, order)).toEqual({ index: '_id_', examined });
  });

  test('gives its order: a page looks at no more than it gives', () => {
    const page = { collection: 'people', query: doc({}), order: doc({ _id: 1 }), limit: 3 };
    expect(database.find(page).map((each) => each['_id'])).toEqual([-1.5, 7, 'p00']);
    expect(database.explain(page)).toEqual({ index: '_id_', examined: 3 });
  });

  test('a declared one may not take its name', () => {
    expect(() => reopen({ name: '_id_', fields: [['n', 1]] })).toThrow('不能叫 _id_');
    open();
  });
});
