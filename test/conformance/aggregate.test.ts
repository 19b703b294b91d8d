import { startTestCloud, type TestCloud } from '../support/cloud';

let started: TestCloud;

beforeAll(async () => {
  started = await startTestCloud();
  await started.database.createCollection('notices');
  await started.database.createCollection('projects');
  await started.database.collection('projects').add([
    { _id: 'p1', name: '甲' },
    { _id: 'p2', name: '乙' },
  ]);
  await started.database.collection('notices').add([
    {
      _id: 'a',
      projectId: 'p1',
      kind: 'rectify',
      days: 3,
      tags: ['x', 'y'],
      at: new Date('2026-11-22T17:00:00Z'),
    },
    { _id: 'b', projectId: 'p1', kind: 'stop', days: 5, tags: [], at: new Date('2026-11-23T02:00:00Z') },
    {
      _id: 'c',
      projectId: 'p2',
      kind: 'rectify',
      days: 10,
      tags: ['y'],
      at: new Date('2026-11-23T15:59:59Z'),
    },
    { _id: 'd', projectId: 'p3', kind: 'rectify', days: null, at: new Date('2026-11-23T16:00:00Z') },
  ]);
});
afterAll(() => started.close());

/** Stages as they are written in MongoDB's manual; the SDK's types have no such aggregate. */
const raw = async (collection: string, stages: readonly object[]): Promise<{ data: unknown[] }> => {
  const rows = started.database.collection(collection) as unknown as {
    options(options: { raw: boolean }): {
      aggregate(stages: readonly object[]): { end(): Promise<{ data: unknown[] }> };
    };
  };
  return rows.options({ raw: true }).aggregate(stages).end();
};
const notices = () => started.database.collection('notices').aggregate();
const $ = () => started.database.command.aggregate;

describe('aggregation', () => {
  test('match, group and sort: counts and sums, null not counted in a sum', async () => {
    const { data } = await notices()
      .match({ kind: 'rectify' })
      .group({ _id: '$kind', count: $().sum(1), days: $().sum('$days'), longest: $().max('$days') })
      .end();
    expect(data).toEqual([{ _id: 'rectify', count: 3, days: 13, longest: 10 }]);
  });

  test('sortByCount, largest first', async () => {
    const { data } = await notices().sortByCount('$kind').end();
    expect(data).toEqual([
      { _id: 'rectify', count: 3 },
      { _id: 'stop', count: 1 },
    ]);
  });

  test('unwind leaves out what has no element; with the option it stays', async () => {
    const plain = await notices().unwind('$tags').sort({ _id: 1, tags: 1 }).project({ tags: 1 }).end();
    expect(plain.data).toEqual([
      { _id: 'a', tags: 'x' },
      { _id: 'a', tags: 'y' },
      { _id: 'c', tags: 'y' },
    ]);
    const kept = await notices().unwind({ path: '$tags', preserveNullAndEmptyArrays: true }).end();
    expect(kept.data).toHaveLength(5);
  });

  test('lookup joins by equality; what finds nothing gets an empty list', async () => {
    const { data } = await notices()
      .lookup({ from: 'projects', localField: 'projectId', foreignField: '_id', as: 'project' })
      .sort({ _id: 1 })
      .project({ project: 1 })
      .end();
    expect(
      data.map(({ project }: { project: { name: string }[] }) => project.map(({ name }) => name)),
    ).toEqual([['甲'], ['甲'], ['乙'], []]);
  });

  test('a day is a day of the time zone: 2026-11-22T17:00Z is the 23rd in 海南', async () => {
    const { data } = await notices()
      .group({
        _id: $().dateToString({ date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' }),
        count: $().sum(1),
      })
      .sort({ _id: 1 })
      .end();
    expect(data).toEqual([
      { _id: '2026-11-23', count: 3 },
      { _id: '2026-11-24', count: 1 },
    ]);
  });

  test('bucket, with what fits nowhere under its default', async () => {
    const { data } = await notices()
      .bucket({ groupBy: '$days', boundaries: [0, 5, 20], default: 'other', output: { count: $().sum(1) } })
      .end();
    expect([...data].sort((a, b) => String(a._id).localeCompare(String(b._id)))).toEqual([
      { _id: 0, count: 1 },
      { _id: 5, count: 2 },
      { _id: 'other', count: 1 },
    ]);
  });

  test('count of nothing is nothing', async () => {
    expect((await notices().count('n').end()).data).toEqual([{ n: 4 }]);
    expect((await notices().match({ kind: 'none' }).count('n').end()).data).toEqual([]);
  });

  test('sort, skip and limit in their order', async () => {
    const { data } = await notices().sort({ days: -1 }).skip(1).limit(2).project({ _id: 1 }).end();
    expect(data).toEqual([{ _id: 'b' }, { _id: 'a' }]);
  });

  test('addFields computes', async () => {
    const { data } = await notices()
      .match({ _id: 'a' })
      .addFields({ due: $().add(['$days', 1]) })
      .project({ due: 1, _id: 0 })
      .end();
    expect(data).toEqual([{ due: 4 }]);
  });

  test('raw stages: facets, each a pipeline of its own; of nothing a facet counts nothing', async () => {
    const { data } = await raw('notices', [
      {
        $facet: {
          kinds: [{ $sortByCount: '$kind' }],
          longest: [{ $sort: { days: -1 } }, { $limit: 1 }, { $project: { days: 1 } }],
          none: [{ $match: { kind: '没有' } }, { $count: 'n' }],
        },
      },
    ]);
    expect(data).toEqual([
      {
        kinds: [
          { _id: 'rectify', count: 3 },
          { _id: 'stop', count: 1 },
        ],
        longest: [{ _id: 'c', days: 10 }],
        none: [],
      },
    ]);
  });

  test('lookup by a pipeline sees the variables of the outer document', async () => {
    const { data } = await raw('projects', [
      {
        $lookup: {
          from: 'notices',
          let: { project: '$_id' },
          pipeline: [
            { $match: { $expr: { $and: [{ $eq: ['$projectId', '$$project'] }, { $gt: ['$days', 4] }] } } },
            { $project: { _id: 1 } },
          ],
          as: 'long',
        },
      },
      { $sort: { _id: 1 } },
    ]);
    expect(data).toEqual([
      { _id: 'p1', name: '甲', long: [{ _id: 'b' }] },
      { _id: 'p2', name: '乙', long: [{ _id: 'c' }] },
    ]);
  });

  test('lookup joins a list element by element', async () => {
    const { data } = await raw('notices', [
      { $match: { _id: 'a' } },
      { $addFields: { many: ['p2', 'p1', 'p9'] } },
      { $lookup: { from: 'projects', localField: 'many', foreignField: '_id', as: 'found' } },
      { $project: { 'found.name': 1, _id: 0 } },
    ]);
    expect(data).toEqual([{ found: [{ name: '甲' }, { name: '乙' }] }]);
  });

  test('groups gather what is there; a missing field is no element and no extreme', async () => {
    const { data } = await notices()
      .group({ _id: null, tags: $().push('$tags'), most: $().max('$tags'), least: $().min('$days') })
      .end();
    // Lists are compared as values: [y] is greater than [x, y].
    expect(data).toEqual([{ _id: null, tags: [['x', 'y'], [], ['y']], most: ['y'], least: 3 }]);
  });

  test('addToSet keeps each value once, whatever the order of arrival', async () => {
    const { data } = await notices()
      .group({ _id: null, kinds: $().addToSet('$kind'), none: $().addToSet('$nothing') })
      .end();
    expect(data).toEqual([{ _id: null, kinds: ['rectify', 'stop'], none: [] }]);
  });

  test('bucketAuto, replaceRoot and sample', async () => {
    const halves = await notices()
      .match({ days: started.database.command.gt(0) })
      .bucketAuto({ groupBy: '$days', buckets: 3 })
      .end();
    expect(halves.data).toEqual([
      { _id: { min: 3, max: 5 }, count: 1 },
      { _id: { min: 5, max: 10 }, count: 1 },
      { _id: { min: 10, max: 10 }, count: 1 },
    ]);
    const roots = await notices()
      .match({ _id: 'a' })
      .replaceRoot({ newRoot: { days: '$days' } })
      .end();
    expect(roots.data).toEqual([{ days: 3 }]);
    const drawn = await notices().sample({ size: 10 }).end();
    expect(drawn.data.map(({ _id }: { _id: string }) => _id).sort()).toEqual(['a', 'b', 'c', 'd']);
    expect((await notices().sample({ size: 2 }).end()).data).toHaveLength(2);
  });

  test('geoNear gives the distance in metres, nearest first', async () => {
    const { database } = started;
    await database.createCollection('gates');
    await database.collection('gates').add([
      { _id: 'north', at: new database.Geo.Point(110.35, 20.002), kind: 'x' },
      { _id: 'south', at: new database.Geo.Point(110.35, 20.001), kind: 'x' },
      { _id: 'other', at: new database.Geo.Point(110.35, 20.0), kind: 'y' },
    ]);
    const { data } = await database
      .collection('gates')
      .aggregate()
      .geoNear({
        near: new database.Geo.Point(110.35, 20),
        distanceField: 'far',
        key: 'at',
        query: { kind: 'x' },
        maxDistance: 1000,
        spherical: true,
      })
      .end();
    // 6 378 100 m · π / 180 / 1000 a thousandth of a degree.
    expect(data.map(({ _id, far }: { _id: string; far: number }) => `${_id} ${far.toFixed(2)}`)).toEqual([
      'south 111.32',
      'north 222.64',
    ]);
  });

  test.each<[string, object[], string]>([
    ['a stage of two fields in a facet', [{ $facet: { a: [{ $limit: 1, $skip: 1 }] } }], 'exactly one field'],
    ['a lookup that joins by nothing', [{ $lookup: { from: 'projects', as: 'x' } }], '$lookup needs as'],
    [
      'a lookup in a collection that is not there',
      [{ $lookup: { from: 'gone', localField: 'a', foreignField: 'b', as: 'x' } }],
      'gone',
    ],
    ['a group without its _id', [{ $group: { n: { $sum: 1 } } }], '_id'],
    ['inclusion and exclusion together', [{ $project: { kind: 1, days: 0 } }], 'exclusion and inclusion'],
    ['a limit that is none', [{ $limit: -1 }], '$limit needs a count'],
  ])('%s is refused', async (_name, stages, message) => {
    // The SDK gives a refusal as an answer with its code.
    const answer: unknown = await raw('notices', stages).catch((error: unknown) => error);
    expect(JSON.stringify(answer, Object.getOwnPropertyNames(answer))).toContain(message);
  });
});
