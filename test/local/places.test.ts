import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { openDatabase, type DocumentDatabase } from '../../local/cloud/engine/database';
import type { DeclaredIndex } from '../../local/cloud/engine/index/declared';
import { parseDocument } from '../../local/cloud/values/ejson';

type Place = readonly [lng: number, lat: number];

/** MongoDB's sphere, and the angle between two vectors: another way to the distance than the operator's. */
const RADIUS_M = 6_378_100;
const vector = ([lng, lat]: Place): [number, number, number] => {
  const [a, b] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180];
  return [Math.cos(b) * Math.cos(a), Math.cos(b) * Math.sin(a), Math.sin(b)];
};
const metres = (a: Place, b: Place): number => {
  const [u, v] = [vector(a), vector(b)];
  const cross = Math.hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]);
  return RADIUS_M * Math.atan2(cross, u[0] * v[0] + u[1] * v[1] + u[2] * v[2]);
};

const coordinate = (least: number, most: number) =>
  fc.integer({ min: least * 1000, max: most * 1000 }).map((each) => each / 1000);
/** Mostly in the province, some anywhere, some at the edges of the earth. */
const place: fc.Arbitrary<Place> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(coordinate(108, 112), coordinate(18, 21)) },
  // Far north a degree of longitude is short.
  { weight: 4, arbitrary: fc.tuple(coordinate(20, 30), coordinate(68, 71)) },
  { weight: 2, arbitrary: fc.tuple(coordinate(-180, 180), coordinate(-90, 90)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Place[]>([180, 0], [-180, 0], [0, 90], [0, -90], [0, 0], [90, 45]),
  },
);
const point = (at: Place) => ({ type: 'Point', coordinates: at });
/** Not beyond the edges of the earth: no such shape is one. */
const square = ([lng, lat]: Place, half: number) => {
  const [west, east] = [Math.max(-180, lng - half), Math.min(180, lng + half)];
  const [south, north] = [Math.max(-90, lat - half), Math.min(90, lat + half)];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
};
const half = coordinate(0.01, 2);
const location = fc.oneof(
  { weight: 8, arbitrary: place.map(point) },
  { weight: 2, arbitrary: fc.array(place.map(point), { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.tuple(place, half).map(([at, size]) => square(at, size)) },
  { weight: 1, arbitrary: fc.constantFrom(null, '海口', 7, []) },
);
const document = fc.record({ station: fc.constantFrom('a', 'b'), location }, { requiredKeys: ['station'] });
const distance = fc.oneof(
  coordinate(1, 300).map((each) => each * 1000),
  fc.constantFrom(0, 5e6, 2e7),
);
const condition = fc.oneof(
  fc.tuple(place, distance, fc.boolean()).map(([at, $maxDistance, isBounded]) => ({
    $nearSphere: { $geometry: point(at), ...(isBounded ? { $maxDistance } : {}) },
  })),
  fc.tuple(place, distance).map(([at, far]) => ({ $geoWithin: { $centerSphere: [at, far / RADIUS_M] } })),
  fc.tuple(place, half).map(([at, size]) => ({ $geoWithin: { $geometry: square(at, size) } })),
  fc.tuple(place, half).map(([at, size]) => ({ $geoIntersects: { $geometry: square(at, size) } })),
);
const query = fc.tuple(condition, fc.constantFrom({}, { station: 'a' }, { station: { $in: ['a', 'b'] } }));

const INDEXES: readonly (readonly DeclaredIndex[])[] = [
  [{ name: 'place', fields: [['location', '2dsphere']] }],
  [
    {
      name: 'station_place',
      fields: [
        ['station', 1],
        ['location', '2dsphere'],
      ],
    },
  ],
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhian-places-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
const databaseOf = async (
  documents: readonly object[],
  indexes: readonly DeclaredIndex[],
): Promise<DocumentDatabase> => {
  count += 1;
  const database = openDatabase({
    file: path.join(folder, `${count}.db`),
    indexes: { sites: indexes },
    now: Date.now,
  });
  database.createCollection('sites');
  await database.insert(
    'sites',
    documents.map((each) => parseDocument(JSON.stringify(each))),
  );
  return database;
};

const QUERIES = 40;
const RUNS = Math.ceil(Number(process.env['CASES'] ?? 2000) / QUERIES);

test(`an index by place never changes an answer: ${RUNS * QUERIES} queries`, async () => {
  let used = 0;
  let spared = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { minLength: 1, maxLength: 30 }),
      fc.constantFrom(...INDEXES),
      fc.array(query, { minLength: QUERIES, maxLength: QUERIES }),
      async (documents, indexes, questions) => {
        const named = documents.map((each, _id) => ({ _id, ...each }));
        const indexed = await databaseOf(named, indexes);
        const plain = await databaseOf(named, []);
        for (const [where, what] of questions) {
          const request = {
            collection: 'sites',
            query: parseDocument(JSON.stringify({ ...what, location: where })),
          };
          const ids = (database: DocumentDatabase) =>
            database.find(request).map((each) => each['_id'] as number);
          const found = ids(indexed);
          expect([...found].sort()).toEqual(ids(plain).sort());
          const { index, examined } = indexed.explain(request);
          if (index !== null) used += 1;
          if (examined < named.length) spared += 1;
          if (!('$nearSphere' in where)) continue;
          const { $geometry, $maxDistance = Infinity } = where.$nearSphere;
          const isOfStation = (station: string) => what.station !== 'a' || station === 'a';
          const nearest = named.map((each) => {
            const places = [each.location ?? []].flat() as unknown as { type: string; coordinates: Place }[];
            const far = places
              .filter(({ type }) => type === 'Point')
              .map(({ coordinates }) => metres($geometry.coordinates, coordinates));
            return isOfStation(each.station) ? Math.min(...far) : Infinity;
          });
          // A tenth of a millimetre: two formulas differ in their last digits.
          const surely = nearest.flatMap((far, id) => (far < $maxDistance - 1e-4 ? [id] : []));
          const perhaps = nearest.flatMap((far, id) => (far <= $maxDistance + 1e-4 && far < 1e9 ? [id] : []));
          expect(found).toEqual(expect.arrayContaining(surely));
          expect(perhaps).toEqual(expect.arrayContaining(found));
          found.slice(1).forEach((id, position) => {
            const before = nearest[found[position] ?? 0] ?? 0;
            expect(before).toBeLessThanOrEqual((nearest[id] ?? 0) + 1e-4);
          });
        }
        indexed.close();
        plain.close();
      },
    ),
    { seed: 20261124, numRuns: RUNS },
  );
  // An index that was never asked, or always gave everything, would pass everything above.
  expect(used).toBeGreaterThan((RUNS * QUERIES) / 2);
  expect(spared).toBeGreaterThan((RUNS * QUERIES) / 4);
});

test('of ten thousand sites the ones in a street are looked at, and few more', async () => {
  const grid = Array.from({ length: 10_000 }, (_each, n) => ({
    _id: n,
    // A site every 0.01° (about 1.1 km) over one square degree.
    location: point([110 + (n % 100) / 100, 19 + Math.floor(n / 100) / 100]),
  }));
  const database = await databaseOf(grid, INDEXES[0] ?? []);
  const request = {
    collection: 'sites',
    query: parseDocument(
      JSON.stringify({
        location: { $nearSphere: { $geometry: point([110.5, 19.5]), $maxDistance: 1200 } },
      }),
    ),
  };
  // 0.01° of latitude is 1113 m, of longitude at 19.5° 1049 m: the point itself and its four neighbours.
  expect(database.find(request).map((each) => each['_id'])).toHaveLength(5);
  expect(database.explain(request).examined).toBeLessThan(60);
  database.close();
});
