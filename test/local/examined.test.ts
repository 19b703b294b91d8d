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

test('a count is exempt', () => {
  expect(database.count('things', doc({ owner: 1 }))).toBe(1000);
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
