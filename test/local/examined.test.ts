import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase, type DocumentDatabase } from '../../local/cloud/engine/database';
import { parseDocument } from '../../local/cloud/values/ejson';

const doc = (json: object) => parseDocument(JSON.stringify(json));
const COUNT = 3000;

let folder: string;
let database: DocumentDatabase;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhian-examined-'));
  database = openDatabase({
    file: path.join(folder, 'cloud.db'),
    indexes: {
      things: [
        {
          name: 'owner_at',
          fields: [
            ['owner', 1],
            ['at', -1],
            ['_id', -1],
          ],
        },
      ],
    },
    now: Date.now,
    mostExamined: 2000,
  });
  database.createCollection('things');
  await database.insert(
    'things',
    Array.from({ length: COUNT }, (_, n) => doc({ _id: n, owner: n % 3, at: n, text: `t${n}` })),
  );
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const find = (query: object, order?: object, limit = 20) =>
  database.find({ collection: 'things', query: doc(query), ...(order ? { order: doc(order) } : {}), limit });
const cost = (query: object, order: object) =>
  database.explain({ collection: 'things', query: doc(query), order: doc(order), limit: 20 });

test('a query without an index that looks at more than 2,000 documents fails and shows itself', () => {
  expect(() => find({ text: 't2999' })).toThrow(/things examined more than 2000 documents.*"text":"t2999"/);
});

const change = { multi: true, merge: true, upsert: false };
const stages = (...list: object[]) =>
  list.map((stage) => {
    const [entry] = Object.entries(doc(stage));
    return { key: entry?.[0] ?? '', value: entry?.[1] ?? null };
  });
const aggregate = (...list: object[]) => database.aggregate('things', stages(...list));

describe('every other kind of query without an index fails alike', () => {
  const query = { text: 't2999' };
  const TOO_MANY = /things examined more than 2000 documents, it needs an index/;

  test.each<[string, () => unknown]>([
    ['a count', () => database.count('things', doc(query))],
    [
      'an update',
      () =>
        database.modify({
          collection: 'things',
          query: doc(query),
          data: doc({ $set: { n: 1 } }),
          ...change,
        }),
    ],
    ['a removal', () => database.remove({ collection: 'things', query: doc(query), multi: true })],
    ['an order', () => find({}, { text: 1 })],
    ['an aggregation', () => aggregate({ $match: query })],
    ['an aggregation without a condition', () => aggregate({ $group: { _id: '$owner' } })],
    [
      'a join',
      () =>
        aggregate(
          { $match: { _id: 1 } },
          { $lookup: { from: 'things', localField: 'text', foreignField: 'text', as: 'same' } },
        ),
    ],
    [
      'many joins by an index together',
      () =>
        aggregate(
          { $match: { owner: 1 } },
          { $limit: 3 },
          { $lookup: { from: 'things', localField: 'owner', foreignField: 'owner', as: 'same' } },
        ),
    ],
    [
      'a search by place',
      () =>
        aggregate({
          $geoNear: { near: { type: 'Point', coordinates: [110, 20] }, distanceField: 'far', key: 'at' },
        }),
    ],
    [
      'a query of a transaction',
      () => {
        const transaction = database.startTransaction();
        return database.find({ collection: 'things', query: doc(query) }, transaction);
      },
    ],
  ])('%s', async (_name, ask) => {
    await expect((async () => ask())()).rejects.toThrow(TOO_MANY);
  });

  test('one document is changed, or removed, as soon as it is found', async () => {
    const one = { ...change, multi: false };
    const query = doc({ text: 't5' });
    expect(
      await database.modify({ collection: 'things', query, data: doc({ $set: { n: 1 } }), ...one }),
    ).toMatchObject({ updated: 1 });
  });
});

describe('a bounded count', () => {
  test('is one that an index narrows, however much it is', () => {
    expect(database.count('things', doc({ owner: { $in: [0, 1, 2] } }))).toBe(3000);
    expect(database.count('things', doc({ owner: { $gte: 0 }, text: 't7' }))).toBe(1);
    expect(database.count('things', doc({ _id: { $gte: 0 } }))).toBe(3000);
  });

  test('or of a whole collection, which looks at none', () => {
    expect(database.count('things', doc({}))).toBe(3000);
  });

  test('or of a pipeline that takes no more than it counts', () => {
    expect(aggregate({ $match: {} }, { $limit: 100 }, { $count: 'n' })).toEqual([doc({ n: 100 })]);
  });
});

describe('a pipeline takes documents one by one', () => {
  test('through every stage that needs no more', () => {
    const found = aggregate(
      { $match: { owner: { $gte: 0 } } },
      { $addFields: { twice: { $multiply: ['$at', 2] } } },
      { $project: { twice: 1, owner: 1 } },
      { $unwind: '$twice' },
      { $lookup: { from: 'things', localField: '_id', foreignField: '_id', as: 'self' } },
      { $match: { twice: { $gt: 10 } } },
      { $replaceRoot: { newRoot: { twice: '$twice' } } },
      { $skip: 1 },
      { $limit: 2 },
    );
    // By the index: owner 0, latest first, which is 2997, 2994, 2991.
    expect(found).toEqual([doc({ twice: 5988 }), doc({ twice: 5982 })]);
  });

  test('and in the order of an index where the pipeline begins with it', () => {
    const found = aggregate(
      { $match: { owner: 1 } },
      { $sort: { at: -1 } },
      { $limit: 2 },
      { $project: { _id: 1 } },
    );
    expect(found).toEqual([doc({ _id: 2998 }), doc({ _id: 2995 })]);
  });

  test('an order in the middle keeps what is wanted of it', () => {
    const found = aggregate(
      { $match: { owner: 1 } },
      { $addFields: { rest: { $mod: ['$at', 1000] } } },
      { $sort: { rest: -1, at: 1 } },
      { $skip: 1 },
      { $limit: 3 },
      { $project: { _id: 1 } },
    );
    // Owner 1 is 1, 4, …, 2998; by their last three digits 1999, 2998, 997, 1996, …
    expect(found.map((each) => each['_id'])).toEqual([2998, 997, 1996]);
  });

  test('joins go by an index', () => {
    const found = aggregate(
      { $match: { owner: 2 } },
      { $limit: 500 },
      { $lookup: { from: 'things', localField: '_id', foreignField: '_id', as: 'self' } },
      { $count: 'n' },
    );
    expect(found).toEqual([doc({ n: 500 })]);
  });
});

test('a page of a list in the index’s order looks at no more than it gives', () => {
  const order = { at: -1, _id: -1 };
  expect(find({ owner: 1 }, order).map((each) => each['_id'])).toEqual(
    Array.from({ length: 20 }, (_, n) => 2998 - 3 * n),
  );
  expect(cost({ owner: 1 }, order)).toEqual({ index: 'owner_at', examined: 20 });
});

test('and so does page fifty, by its continuation', () => {
  const order = { at: -1, _id: -1 };
  const after = { $or: [{ at: { $lt: 100 } }, { at: 100, _id: { $lt: 100 } }] };
  const query = { $and: [{ owner: 1 }, after] };
  expect(find(query, order)[0]?.['_id']).toBe(97);
  expect(cost(query, order).examined).toBeLessThanOrEqual(21);
});

test('the other way round, too', () => {
  expect(find({ owner: 1 }, { at: 1, _id: 1 })[0]?.['_id']).toBe(1);
  expect(cost({ owner: 1 }, { at: 1, _id: 1 })).toEqual({ index: 'owner_at', examined: 20 });
});

test('several owners are merged in order', () => {
  const query = { owner: { $in: [0, 2] } };
  expect(
    find(query, { at: -1 })
      .map((each) => each['_id'])
      .slice(0, 4),
  ).toEqual([2999, 2997, 2996, 2994]);
  expect(cost(query, { at: -1 })).toEqual({ index: 'owner_at', examined: 20 });
});
