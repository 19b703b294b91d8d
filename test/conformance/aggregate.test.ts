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
});
