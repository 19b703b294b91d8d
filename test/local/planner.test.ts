import fc from 'fast-check';
import { openDatabase, type DocumentDatabase } from '../../local/cloud/engine/database';
import type { DeclaredIndex } from '../../local/cloud/engine/index/declared';
import { parseDocument } from '../../local/cloud/values/ejson';
import type { Document } from '../../local/cloud/values/value';
import {
  answers,
  compareKeys,
  hasParallelLists,
  shareKey,
  sortKey,
  type Content,
  type Query,
  type Scalar,
} from '../support/reference';

const dates = [0, 1_000, -1].map((milliseconds) => new Date(milliseconds));
/** A few often: conditions, lists and orders then meet in the same documents. */
const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(0, 1, 2) },
  { weight: 2, arbitrary: fc.constantFrom(-1.5, -1, 0.5, 3, 1e300) },
  { weight: 2, arbitrary: fc.constantFrom('a', 'b', 'ab', '', '\u0000', '𝄞', '\uffff') },
  { weight: 2, arbitrary: fc.constantFrom(null, true, false, NaN, ...dates) },
);
const list: fc.Arbitrary<Content> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: scalar },
    { weight: 1, arbitrary: fc.constantFrom<Content>([], [1], [1, 2], ['a', null]) },
  ),
  { maxLength: 3 },
);
const content: fc.Arbitrary<Content> = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 3, arbitrary: list },
);
const inner = fc.record({ d: content }, { requiredKeys: [] });
const withDocuments: fc.Arbitrary<Content> = fc.oneof(
  content,
  inner,
  fc.array(fc.oneof(inner, scalar), { maxLength: 3 }),
);
const document = fc.record({ a: content, b: content, c: withDocuments }, { requiredKeys: [] });
const flatDocument = fc.record({ a: scalar, b: scalar, c: fc.record({ d: scalar }) }, { requiredKeys: [] });
const writesOf = (each: fc.Arbitrary<Query>) =>
  fc.array(fc.tuple(fc.nat(14), each), { minLength: 5, maxLength: 25, size: 'max' });
/** One list is enough for an index to be of lists: some sets have none. */
const writes = fc.oneof(
  { weight: 3, arbitrary: writesOf(document) },
  { weight: 2, arbitrary: writesOf(flatDocument) },
);

/** One field more often than the others: order, condition and index then speak of the same. */
const field = fc.oneof(
  { weight: 4, arbitrary: fc.constant('a') },
  { weight: 3, arbitrary: fc.constantFrom('b', 'c', 'c.d') },
);
const range: fc.Arbitrary<Query> = fc
  .dictionary(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), scalar, { minKeys: 1, maxKeys: 2 })
  .map((each) => ({ ...each }));
const plain: fc.Arbitrary<Query> = fc.oneof(
  { weight: 7, arbitrary: range },
  {
    weight: 2,
    arbitrary: fc.record({ $eq: fc.oneof(scalar, fc.constantFrom<Content>([], [1], [1, 2], { d: 1 })) }),
  },
  fc.record({ $ne: scalar }),
  { weight: 3, arbitrary: fc.record({ $in: fc.array(scalar, { maxLength: 3, size: 'max' }) }) },
  fc.record({ $nin: fc.array(scalar, { maxLength: 2 }) }),
  fc.record({ $all: fc.array(scalar, { maxLength: 2 }) }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $size: fc.nat(2) }),
);
const condition: fc.Arbitrary<Query> = fc.oneof(
  { weight: 6, arbitrary: plain },
  { weight: 1, arbitrary: plain.map((each) => ({ $not: each })) },
  { weight: 1, arbitrary: range.map((each) => ({ $elemMatch: each })) },
  { weight: 1, arbitrary: plain.map((each) => ({ $elemMatch: { d: each } })) },
);
const simple: fc.Arbitrary<Query> = fc
  .uniqueArray(fc.tuple(field, condition), {
    minLength: 1,
    maxLength: 2,
    size: 'max',
    selector: ([name]) => name,
  })
  .map((each) => Object.fromEntries(each));
const branches = fc.array(simple, { minLength: 1, maxLength: 3 });
const query: fc.Arbitrary<Query> = fc.oneof(
  { weight: 4, arbitrary: simple },
  { weight: 1, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.tuple(simple, branches).map(([part, $or]) => ({ $and: [part, { $or }] })) },
  { weight: 1, arbitrary: fc.tuple(simple, branches).map(([part, $nor]) => ({ ...part, $nor })) },
);
const direction = fc.constantFrom<1 | -1>(1, -1);
const fieldsWithDirection = (minLength: number) =>
  fc.uniqueArray(fc.tuple(field, direction), {
    minLength,
    maxLength: 2,
    size: 'max',
    selector: ([name]) => name,
  });
const index: fc.Arbitrary<DeclaredIndex> = fc
  .tuple(fieldsWithDirection(1), fc.nat(3))
  .map(([fields, chance]) => ({
    name: fields.flat().join('_'),
    fields,
    unique: fields.length === 1 && chance === 0,
  }));
const question = fc.record({
  query,
  order: fieldsWithDirection(0),
  skip: fc.constantFrom(0, 0, 0, 1, 3),
  limit: fc.constantFrom(100, 100, 2, 5),
});

const ejson = (value: Content): unknown => {
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } };
  if (typeof value === 'number' && Number.isNaN(value)) return { $numberDouble: 'NaN' };
  if (Array.isArray(value)) return value.map(ejson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, ejson(child)]));
};
const inMongo = (value: Query): Document => parseDocument(JSON.stringify(ejson(value)));

const mayStand = (
  standing: ReadonlyMap<number, Query>,
  id: number,
  content: Query,
  indexes: readonly DeclaredIndex[],
): boolean =>
  indexes.every(({ fields, unique }) => {
    const paths = fields.map(([path]) => path);
    const isShared = [...standing].some(
      ([other, each]) => other !== id && paths.every((path) => shareKey(each, content, path)),
    );
    return !hasParallelLists(content, paths) && !(unique === true && isShared);
  });

/** Documents come and are written over; what an index refuses is not there and changes nothing. */
const fill = async (
  database: DocumentDatabase,
  writes: readonly (readonly [number, Query])[],
  indexes: readonly DeclaredIndex[],
): Promise<Map<number, Query>> => {
  const standing = new Map<number, Query>();
  for (const [id, fields] of writes) {
    const request = {
      collection: 'things',
      query: inMongo({ _id: id }),
      data: inMongo(fields),
      ...{ multi: false, merge: false, upsert: true },
    };
    const isTaken = await database.modify(request).then(
      () => true,
      (error: Error) => {
        expect(error.message).toMatch(/E11000|parallel arrays/);
        return false;
      },
    );
    expect(isTaken).toBe(mayStand(standing, id, fields, indexes));
    if (isTaken) standing.set(id, fields);
  }
  return standing;
};

/** Each set of documents is asked this many queries; `npm test` has a seeded share, more by CASES. */
const QUERIES = 16;
const RUNS = Math.ceil(Number(process.env['CASES'] ?? 10_000) / QUERIES);

test(`an index never changes an answer, and the answer is MongoDB's: ${RUNS * QUERIES} queries`, async () => {
  let used = 0;
  let sorted = 0;
  await fc.assert(
    fc.asyncProperty(
      writes,
      fc.uniqueArray(index, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
      fc.array(question, { minLength: QUERIES, maxLength: QUERIES }),
      async (contents, indexes, questions) => {
        const database = openDatabase({ file: ':memory:', indexes: { things: indexes }, now: Date.now });
        database.createCollection('things');
        const standing = await fill(database, contents, indexes);
        for (const { query: asked, order, skip, limit } of questions) {
          const request = {
            collection: 'things',
            query: inMongo(asked),
            ...(order.length > 0 ? { order: inMongo(Object.fromEntries(order)) } : {}),
          };
          const idsOf = (documents: readonly Document[]) => documents.map((each) => each['_id'] as number);
          const expected = [...standing].filter(([, each]) => answers(each, asked)).map(([id]) => id);
          const found = idsOf(database.find(request));
          expect([...found].sort((a, b) => a - b)).toEqual([...expected].sort((a, b) => a - b));
          expect(database.count('things', request.query)).toBe(expected.length);
          expect(idsOf(database.find({ ...request, skip, limit }))).toEqual(found.slice(skip, skip + limit));
          const explained = database.explain(request).index;
          if (explained !== null) used += 1;
          if (explained !== null && order.length > 0) sorted += 1;
          found.slice(1).forEach((id, position) => {
            const before = standing.get(found[position] ?? -1) ?? {};
            const after = standing.get(id) ?? {};
            const first = order
              .map(
                ([path, sign]) => sign * compareKeys(sortKey(before, path, sign), sortKey(after, path, sign)),
              )
              .find((result) => result !== 0);
            expect(first ?? 0).toBeLessThanOrEqual(0);
          });
        }
        database.close();
      },
    ),
    { seed: 20261123, numRuns: RUNS },
  );
  // A planner that never used an index would pass everything above.
  expect(used).toBeGreaterThan((RUNS * QUERIES) / 5);
  expect(sorted).toBeGreaterThan((RUNS * QUERIES) / 10);
});

/** Where an index of lists could mislead, by hand: order and answers are the documents', not the keys'. */
test.each<[string, Query, [string, 1 | -1][], number[]]>([
  // 0 sorts by 1, 1 by 0, 2 by 1; only elements of 1 answer.
  ['the element asked for is not what a list sorts by', { a: { $eq: 1 } }, [['a', 1]], [1, 0, 2]],
  ['nor is the first one of a range', { a: { $gt: 1 } }, [['a', 1]], [1, 0]],
  ['downward it is the largest, answering or not', { a: { $lt: 1 } }, [['a', -1]], [1]],
  ['different elements may meet the two ends', { a: { $gt: 4, $lt: 2 } }, [], [0, 1]],
  ['several values, largest first', { b: { $in: [1, 2] } }, [['b', -1]], [2, 0, 1]],
])('%s', async (_name, asked, order, expected) => {
  const index = (path: string): DeclaredIndex => ({ name: path, fields: [[path, 1]] });
  const database = openDatabase({
    file: ':memory:',
    indexes: { things: [index('a'), index('b')] },
    now: Date.now,
  });
  database.createCollection('things');
  const documents: Query[] = [
    { _id: 0, a: [1, 5], b: 1 },
    { _id: 1, a: [0, 1, 6], b: 1 },
    { _id: 2, a: 1, b: 2 },
    { _id: 3, a: [], b: 3 },
  ];
  await database.insert('things', documents.map(inMongo));
  const request = { collection: 'things', query: inMongo(asked), order: inMongo(Object.fromEntries(order)) };
  expect(database.find(request).map((each) => each['_id'])).toEqual(expected);
  expect(database.explain(request).index).not.toBeNull();
  database.close();
});
