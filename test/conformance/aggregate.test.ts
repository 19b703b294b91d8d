import { startTestCloud, type TestCloud } from '../support/cloud';

let started: TestCloud;

beforeAll(async () => {
  started = await startTestCloud();
  await started.database.createCollection('notices');
  await started.database.createCollection('sites');
  await started.database.collection('sites').add([
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
      .lookup({ from: 'sites', localField: 'projectId', foreignField: '_id', as: 'project' })
      .sort({ _id: 1 })
      .project({ project: 1 })
      .end();
    expect(
      data.map(({ project }: { project: { name: string }[] }) => project.map(({ name }) => name)),
    ).toEqual([['甲'], ['甲'], ['乙'], []]);
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

  test('lookup joins a list element by element', async () => {
    const { data } = await raw('notices', [
      { $match: { _id: 'a' } },
      { $addFields: { many: ['p2', 'p1', 'p9'] } },
      { $lookup: { from: 'sites', localField: 'many', foreignField: '_id', as: 'found' } },
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

  test.each<[string, object[], unknown[]]>([
    [
      'lookup writes where a path leads',
      [
        { $match: { _id: 'a' } },
        { $lookup: { from: 'sites', localField: 'projectId', foreignField: '_id', as: 'o.j' } },
        { $project: { o: 1, _id: 0 } },
      ],
      [{ o: { j: [{ _id: 'p1', name: '甲' }] } }],
    ],
    [
      'added fields go into each element, and into new objects',
      [
        { $match: { _id: 'a' } },
        { $addFields: { list: [{ x: 1 }, { x: 2 }] } },
        { $addFields: { 'list.y': '$days', 'kind.z': 1, o: { p: { q: 2 } } } },
        { $project: { list: 1, kind: 1, o: 1, _id: 0 } },
      ],
      [
        {
          kind: { z: 1 },
          list: [
            { x: 1, y: 3 },
            { x: 2, y: 3 },
          ],
          o: { p: { q: 2 } },
        },
      ],
    ],
    [
      'added fields see the document as it came; what is removed is gone',
      [
        { $match: { _id: 'a' } },
        { $set: { days: 9, old: '$days', kind: '$$REMOVE', none: '$nothing' } },
        { $project: { at: 0, tags: 0, projectId: 0 } },
      ],
      [{ _id: 'a', days: 9, old: 3 }],
    ],
    [
      'accumulators of nothing',
      [
        { $match: { _id: 'd' } },
        {
          $group: {
            _id: null,
            pop: { $stdDevPop: '$days' },
            samp: { $stdDevSamp: '$days' },
            avg: { $avg: '$days' },
            sum: { $sum: '$days' },
            first: { $first: '$nothing' },
          },
        },
      ],
      [{ _id: null, pop: null, samp: null, avg: null, sum: 0, first: null }],
    ],
    [
      // 3, 5, 10: mean 6, squares 9 + 1 + 16 = 26; 26 / 3 and 26 / 2.
      'deviation, average, first and last',
      [
        { $sort: { _id: 1 } },
        {
          $group: {
            _id: null,
            pop: { $stdDevPop: '$days' },
            samp: { $stdDevSamp: '$days' },
            avg: { $avg: '$days' },
            first: { $first: '$_id' },
            last: { $last: '$_id' },
          },
        },
        {
          $project: {
            _id: 0,
            pop: { $round: ['$pop', 6] },
            samp: { $round: ['$samp', 6] },
            avg: 1,
            first: 1,
            last: 1,
          },
        },
      ],
      [{ pop: 2.94392, samp: 3.605551, avg: 6, first: 'a', last: 'd' }],
    ],
    [
      'a key of several fields, of which a missing one is none',
      [
        { $group: { _id: { kind: '$kind', tag: { $size: { $ifNull: ['$tags', []] } } }, n: { $sum: 1 } } },
        { $sort: { n: -1, '_id.tag': 1, '_id.kind': 1 } },
      ],
      [
        { _id: { kind: 'rectify', tag: 0 }, n: 1 },
        { _id: { kind: 'stop', tag: 0 }, n: 1 },
        { _id: { kind: 'rectify', tag: 1 }, n: 1 },
        { _id: { kind: 'rectify', tag: 2 }, n: 1 },
      ],
    ],
    [
      'objects merged',
      [
        { $match: { kind: 'rectify', days: { $ne: null } } },
        { $sort: { _id: 1 } },
        { $group: { _id: null, all: { $mergeObjects: { d: '$days', p: '$projectId' } } } },
      ],
      [{ _id: null, all: { d: 10, p: 'p2' } }],
    ],
    [
      'unwinding with the place of each element',
      [
        { $unwind: { path: '$tags', includeArrayIndex: 'place', preserveNullAndEmptyArrays: true } },
        { $sort: { _id: 1, place: 1 } },
        { $project: { tags: 1, place: 1 } },
      ],
      [
        { _id: 'a', tags: 'x', place: 0 },
        { _id: 'a', tags: 'y', place: 1 },
        { _id: 'b', place: null },
        { _id: 'c', tags: 'y', place: 0 },
        { _id: 'd', place: null },
      ],
    ],
    [
      'a value that is no list is one element',
      [{ $match: { _id: { $in: ['a', 'd'] } } }, { $unwind: '$days' }, { $project: { days: 1 } }],
      [{ _id: 'a', days: 3 }],
    ],
    [
      'a join by equality and a pipeline together',
      [
        { $match: { _id: 'a' } },
        {
          $lookup: {
            from: 'notices',
            localField: 'projectId',
            foreignField: 'projectId',
            let: { mine: '$days' },
            pipeline: [{ $match: { $expr: { $gt: ['$days', '$$mine'] } } }, { $project: { _id: 1 } }],
            as: 'longer',
          },
        },
        { $project: { longer: 1, _id: 0 } },
      ],
      [{ longer: [{ _id: 'b' }] }],
    ],
  ])('%s', async (_name, stages, expected) => {
    expect((await raw('notices', stages)).data).toEqual(expected);
  });

  test('geoNear says which of several places was nearest', async () => {
    const { database } = started;
    await database.createCollection('depots');
    const places = [new database.Geo.Point(110, 20.002), new database.Geo.Point(110, 20.001)];
    await database.collection('depots').add({ _id: 'a', at: places });
    const { data } = await raw('depots', [
      {
        $geoNear: {
          near: { type: 'Point', coordinates: [110, 20] },
          distanceField: 'found.far',
          includeLocs: 'found.at',
          key: 'at',
        },
      },
      { $project: { 'found.at.coordinates': 1 } },
    ]);
    expect(data).toEqual([{ _id: 'a', found: { at: { coordinates: [110, 20.001] } } }]);
  });

  test.each<[string, object[], string]>([
    ['a stage of two fields in a facet', [{ $facet: { a: [{ $limit: 1, $skip: 1 }] } }], 'exactly one field'],
    ['a lookup that joins by nothing', [{ $lookup: { from: 'sites', as: 'x' } }], '$lookup needs as'],
    [
      'a lookup in a collection that is not there',
      [{ $lookup: { from: 'gone', localField: 'a', foreignField: 'b', as: 'x' } }],
      'gone',
    ],
    ['a group without its _id', [{ $group: { n: { $sum: 1 } } }], '_id'],
    ['inclusion and exclusion together', [{ $project: { kind: 1, days: 0 } }], 'exclusion and inclusion'],
    ['a limit that is none', [{ $limit: -1 }], '$limit needs a count'],
    ['a limit of nothing', [{ $limit: 0 }], '$limit needs a count above 0'],
    ['a group field without accumulator', [{ $group: { _id: null, x: '$days' } }], 'must be an accumulator'],
    ['a group field with two', [{ $group: { _id: null, x: { $sum: 1, $avg: 1 } } }], 'one accumulator'],
    ['an unknown accumulator', [{ $group: { _id: null, x: { $constructor: 1 } } }], 'unknown group operator'],
    ['a projection of nothing', [{ $project: {} }], 'at least one field'],
    ['fields of nothing', [{ $addFields: {} }], 'at least one field'],
    ['an unwinding without a path', [{ $unwind: 'tags' }], '$unwind needs the path'],
    [
      'a search by place behind another stage',
      [{ $match: {} }, { $geoNear: { near: { type: 'Point', coordinates: [0, 0] }, distanceField: 'd' } }],
      '$geoNear is only valid as the first stage',
    ],
    [
      'a search by a place that is none',
      [{ $geoNear: { near: { type: 'Point', coordinates: [1e9, 0] }, distanceField: 'd' } }],
      'out of bounds',
    ],
  ])('%s is refused', async (_name, stages, message) => {
    // The SDK gives a refusal as an answer with its code.
    const answer: unknown = await raw('notices', stages).catch((error: unknown) => error);
    expect(JSON.stringify(answer, Object.getOwnPropertyNames(answer))).toContain(message);
  });
});
