import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase, type Answered, type DocumentDatabase } from '../../local/cloud/engine/database';
import { parseDocument } from '../../local/cloud/values/ejson';

const doc = (json: object) => parseDocument(JSON.stringify(json));
const point = (lng: number, lat: number) => ({ type: 'Point', coordinates: [lng, lat] });

let folder: string;
let database: DocumentDatabase;
const answered: Answered[] = [];

/** 2,000 sites on a line to the north, a thousandth of a degree (111 m) from one to the next; a tenth are ours. */
const COUNT = 2000;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhian-nearest-'));
  database = openDatabase({
    file: path.join(folder, 'cloud.db'),
    indexes: {
      sites: [
        { name: 'place', fields: [['place', '2dsphere']] },
        {
          name: 'owner_place',
          fields: [
            ['owner', 1],
            ['place', '2dsphere'],
          ],
        },
      ],
    },
    now: Date.now,
    onAnswered: (each) => answered.push(each),
  });
  database.createCollection('sites');
  await database.insert(
    'sites',
    Array.from({ length: COUNT }, (_, n) =>
      doc({ _id: n, owner: n % 10 === 0 ? 'ours' : 'theirs', place: point(110, 18 + n / 1000) }),
    ),
  );
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const near = (lat: number, metres: number, more: object = {}, limit = 5) => {
  answered.length = 0;
  const $nearSphere = { $geometry: point(110, lat), $maxDistance: metres };
  const found = database.find({
    collection: 'sites',
    query: doc({ ...more, place: { $nearSphere } }),
    limit,
  });
  return { ids: found.map(({ _id }) => _id), cost: answered[0] };
};

test('the nearest are found by their keys: one document more than wanted is looked at', () => {
  // From 18.1002 the sites 100, 101, 99, 102, 98 lie 22, 89, 134, 200 and 245 m away.
  const { ids, cost } = near(18.1002, 20_000);
  expect(ids).toEqual([100, 101, 99, 102, 98]);
  expect(cost).toMatchObject({ collection: 'sites', index: 'place', returned: 5, examined: 6 });
});

test('of one owner, by the index that begins with the owner', () => {
  // Every tenth: 100, 110, 90, 120, 80.
  const { ids, cost } = near(18.1002, 20_000, { owner: 'ours' });
  expect(ids).toEqual([100, 110, 90, 120, 80]);
  expect(cost).toMatchObject({ index: 'owner_place', examined: 6 });
});

test('fewer than wanted: only what lies within the metres', () => {
  // 150 m: 100, 101 and 99.
  expect(near(18.1002, 150).ids).toEqual([100, 101, 99]);
});

test('an order that is asked for goes before nearness', () => {
  const $nearSphere = { $geometry: point(110, 18.1002), $maxDistance: 150 };
  const found = database.find({
    collection: 'sites',
    query: doc({ place: { $nearSphere } }),
    order: doc({ _id: 1 }),
  });
  expect(found.map(({ _id }) => _id)).toEqual([99, 100, 101]);
});

test('a document of several places stands where its nearest is', async () => {
  await database.insert('sites', [
    doc({ _id: 'both', owner: 'both', place: [point(110, 18.9999), point(110, 18.10021)] }),
  ]);
  expect(near(18.1002, 20_000, {}, 2).ids).toEqual(['both', 100]);
});
