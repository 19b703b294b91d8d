import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { openDatabase, type DocumentDatabase } from '../../local/cloud/engine/database';
import type { DeclaredIndex } from '../../local/cloud/engine/index/declared';
import { parseDocument } from '../../local/cloud/values/ejson';
import type { Document } from '../../local/cloud/values/value';

/**
 * What MongoDB's manual says of comparison, written down a second time and as plainly as possible: the reference that
 * matcher and planner together are held against. Scalars here are null, numbers, texts and booleans.
 */
type Scalar = null | number | string | boolean;
type Json = Scalar | Json[] | { [key: string]: Json };

const ORDER_OF_TYPES = ['null', 'number', 'string', 'object', 'boolean'];
const typeOf = (value: Json | undefined): string =>
  value === null || value === undefined ? 'null' : typeof value;
const compare = (a: Scalar | undefined, b: Scalar | undefined): number => {
  const types = ORDER_OF_TYPES.indexOf(typeOf(a)) - ORDER_OF_TYPES.indexOf(typeOf(b));
  if (types !== 0) return types;
  if (a === null || a === undefined || b === null || b === undefined || a === b) return 0;
  // Texts by the bytes of UTF-8, not by JavaScript's units.
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b as string));
  return a < b ? -1 : 1;
};

const reach = (value: Json | undefined, keys: readonly string[]): (Json | undefined)[] => {
  const [key, ...rest] = keys;
  if (key === undefined) return [value];
  if (Array.isArray(value)) {
    return value
      .filter((item) => typeof item === 'object' && item !== null)
      .flatMap((item) => reach(item, keys));
  }
  if (typeof value !== 'object' || value === null) return [undefined];
  return reach(value[key], rest);
};
const candidates = (document: Json, field: string): (Json | undefined)[] =>
  reach(document, field.split('.')).flatMap((value) => (Array.isArray(value) ? [value, ...value] : [value]));

const equals = (value: Json | undefined, wanted: Scalar): boolean =>
  !Array.isArray(value) && typeOf(value) === typeOf(wanted) && compare(value as Scalar, wanted) === 0;

const COMPARISONS: Record<string, (order: number) => boolean> = {
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
};

const holds = (document: Json, field: string, operator: string, operand: Json): boolean => {
  const values = candidates(document, field);
  if (operator === '$eq') return values.some((value) => equals(value, operand as Scalar));
  if (operator === '$ne') return !holds(document, field, '$eq', operand);
  if (operator === '$in') return (operand as Scalar[]).some((each) => holds(document, field, '$eq', each));
  if (operator === '$exists') return values.some((value) => value !== undefined) === operand;
  const test = COMPARISONS[operator];
  return values.some(
    (value) =>
      !Array.isArray(value) &&
      typeOf(value) === typeOf(operand) &&
      test?.(compare(value as Scalar, operand as Scalar)) === true,
  );
};

type Query = { [key: string]: Json };
const answers = (document: Json, query: Query): boolean =>
  Object.entries(query).every(([key, condition]) => {
    if (key === '$and') return (condition as Query[]).every((part) => answers(document, part));
    if (key === '$or') return (condition as Query[]).some((part) => answers(document, part));
    return Object.entries(condition as Query).every(([operator, operand]) =>
      holds(document, key, operator, operand),
    );
  });

/** Smallest element ascending, largest descending; an empty array before null. */
const sortValue = (document: Json, field: string, direction: number): (Scalar | undefined)[] => {
  const values = reach(document, field.split('.')).flatMap((value) =>
    Array.isArray(value) ? value : [value],
  );
  return [...(values as (Scalar | undefined)[])].sort((a, b) => direction * compare(a, b)).slice(0, 1);
};

const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  fc.constantFrom(null, true, false, 'a', 'b', 'ab', '', '\u0000', '𝄞', '\uffff'),
  fc.constantFrom(-1.5, -1, 0, 0.5, 1, 2, 1e300, -1e300),
);
const content: fc.Arbitrary<Json> = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { minLength: 1, maxLength: 3 }) },
);
const withDocuments: fc.Arbitrary<Json> = fc.oneof(content, fc.record({ d: content }, { requiredKeys: [] }));
const fields = ['a', 'b', 'c', 'c.d'] as const;
const document = fc.record({ a: content, b: content, c: withDocuments }, { requiredKeys: [] });
const condition: fc.Arbitrary<Query> = fc.oneof(
  fc.record({ $eq: scalar }),
  fc.record({ $ne: scalar }),
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $exists: fc.boolean() }),
  // With null the ends of a range mean equality: table-tested elsewhere.
  fc
    .dictionary(
      fc.constantFrom('$gt', '$gte', '$lt', '$lte'),
      scalar.filter((value) => value !== null),
      {
        minKeys: 1,
        maxKeys: 2,
      },
    )
    .map((each) => ({ ...each }) as Query),
);
const simple: fc.Arbitrary<Query> = fc
  .dictionary(fc.constantFrom(...fields), condition, { maxKeys: 3 })
  .map((each) => ({ ...each }) as Query);
const query: fc.Arbitrary<Query> = fc.oneof(
  { weight: 3, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc
      .tuple(simple, fc.array(simple, { minLength: 1, maxLength: 3 }))
      .map(([part, branches]) => ({ $and: [part, { $or: branches }] })),
  },
);
const direction = fc.constantFrom<1 | -1>(1, -1);
const index: fc.Arbitrary<DeclaredIndex> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...fields), direction), {
    minLength: 1,
    maxLength: 3,
    selector: ([name]) => name,
  })
  .map((each) => ({ name: each.flat().join('_'), fields: each }));
const order = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c.d'), direction), {
  maxLength: 2,
  selector: ([name]) => name,
});

const inMongo = (value: unknown): Document => parseDocument(JSON.stringify(value));

let folder: string;
let count = 0;
const databaseWith = (indexes: readonly DeclaredIndex[]): DocumentDatabase => {
  count += 1;
  return openDatabase({
    file: path.join(folder, `${count}.db`),
    indexes: { things: indexes },
    now: Date.now,
  });
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhian-planner-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Each run asks this many queries of one set of documents; `npm test` has a seeded share, more by CASES. */
const QUERIES = 40;
const RUNS = Math.ceil(Number(process.env['CASES'] ?? 5000) / QUERIES);

test(`an index never changes an answer, and the answer is MongoDB's: ${RUNS * QUERIES} queries`, async () => {
  let used = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { minLength: 1, maxLength: 25 }),
      fc.uniqueArray(index, { maxLength: 3, selector: ({ name }) => name }),
      fc.array(fc.tuple(query, order), { minLength: QUERIES, maxLength: QUERIES }),
      async (documents, indexes, questions) => {
        const database = databaseWith(indexes);
        database.createCollection('things');
        const named = documents.map((each, position) => ({ _id: position, ...each }));
        // Some stand first with another content: an update must leave no key behind.
        await database.insert(
          'things',
          named.map((each) => inMongo({ _id: each._id, a: 'before', b: ['old'] })),
        );
        for (const each of named) {
          const data = inMongo(each);
          await database.modify({
            collection: 'things',
            query: inMongo({ _id: each._id }),
            data,
            multi: false,
            merge: false,
            upsert: false,
          });
        }
        for (const [asked, sorted] of questions) {
          const request = {
            collection: 'things',
            query: inMongo(asked),
            ...(sorted.length > 0 ? { order: inMongo(Object.fromEntries(sorted)) } : {}),
          };
          const found = database.find(request).map((each) => each['_id'] as number);
          const expected = named.filter((each) => answers(each, asked)).map(({ _id }) => _id);
          expect([...found].sort((a, b) => a - b)).toEqual(expected);
          if (database.explain(request).index !== null) used += 1;
          const keys = found.map((id) =>
            sorted.map(([field, sign]) => sortValue(named[id] ?? null, field, sign)[0]),
          );
          keys.slice(1).forEach((key, position) => {
            const before = keys[position] ?? [];
            const first = sorted
              .map(([, sign], place) => sign * compare(before[place], key[place]))
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
});
