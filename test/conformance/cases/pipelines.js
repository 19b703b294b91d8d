exports.prepare = async (kit) => {
  await kit.createCollection('notices');
  await kit.createCollection('sites');
  await kit.add(kit.collection('sites'), [
    { _id: 'p1', name: '甲' },
    { _id: 'p2', name: '乙' },
  ]);
  await kit.add(kit.collection('notices'), [
    { _id: 'a', projectId: 'p1', days: 3, tags: ['x', 'y'], at: new Date('2026-11-22T17:00:00Z') },
    { _id: 'b', projectId: 'p1', days: 9, tags: [], at: new Date('2026-11-23T02:00:00Z') },
    { _id: 'c', projectId: 'p2', tags: ['y'], at: new Date('2026-11-23T16:00:00Z') },
  ]);
};

const piping = (stages) => (kit) => kit.end(stages(kit.collection('notices').aggregate(), kit));

exports.cases = [
  ['match and count', piping((all, { _ }) => all.match({ days: _.gt(1) }).count('n')), [{ n: 2 }]],
  ['a count of nothing', piping((all) => all.match({ days: 99 }).count('n')), []],
  ['group', piping((all, { $ }) => all.group({ _id: '$projectId', n: $.sum(1), days: $.push('$days'), most: $.max('$days'), average: $.avg('$days') }).sort({ _id: 1 })), [{ _id: 'p1', n: 2, days: [3, 9], most: 9, average: 6 }, { _id: 'p2', n: 1, days: [], most: null, average: null }]],
  ['days of the time zone', piping((all, { $ }) => all.group({ _id: $.dateToString({ date: '$at', format: '%m-%d', timezone: 'Asia/Shanghai' }), n: $.sum(1) }).sort({ _id: 1 })), [{ _id: '11-23', n: 2 }, { _id: '11-24', n: 1 }]],
  ['project', piping((all, { $ }) => all.match({ _id: 'a' }).project({ _id: 0, due: $.add(['$days', 1]), first: $.arrayElemAt(['$tags', 0]) })), [{ due: 4, first: 'x' }]],
  ['addFields', piping((all, { $ }) => all.match({ _id: 'a' }).addFields({ late: $.cond({ if: $.gt(['$days', 5]), then: '是', else: '否' }) }).project({ late: 1 })), [{ _id: 'a', late: '否' }]],
  ['sort, skip and limit', piping((all) => all.sort({ _id: -1 }).skip(1).limit(1).project({ _id: 1 })), [{ _id: 'b' }]],
  ['unwind and sortByCount', piping((all) => all.unwind('$tags').sortByCount('$tags')), [{ _id: 'y', count: 2 }, { _id: 'x', count: 1 }]],
  ['lookup', piping((all) => all.lookup({ from: 'sites', localField: 'projectId', foreignField: '_id', as: 'project' }).sort({ _id: 1 }).limit(1).project({ project: 1 })), [{ _id: 'a', project: [{ _id: 'p1', name: '甲' }] }]],
  ['lookup by a pipeline', piping((all, { _, $ }) => all.match({ _id: 'a' }).lookup({ from: 'notices', let: { mine: '$days' }, pipeline: $.pipeline().match(_.expr($.gt(['$days', '$$mine']))).project({ _id: 1 }).done(), as: 'longer' }).project({ longer: 1 })), [{ _id: 'a', longer: [{ _id: 'b' }] }]],
  ['bucket', piping((all, { $ }) => all.bucket({ groupBy: '$days', boundaries: [0, 5, 10], default: '未定', output: { n: $.sum(1) } })), [{ _id: 0, n: 1 }, { _id: 5, n: 1 }, { _id: '未定', n: 1 }]],
  ['bucketAuto', piping((all, { _ }) => all.match({ days: _.gt(0) }).bucketAuto({ groupBy: '$days', buckets: 2 })), [{ _id: { min: 3, max: 9 }, count: 1 }, { _id: { min: 9, max: 9 }, count: 1 }]],
  ['replaceRoot', piping((all) => all.match({ _id: 'a' }).replaceRoot({ newRoot: { d: '$days' } })), [{ d: 3 }]],
  ['sample', async (kit) => (await piping((all) => all.sample({ size: 2 }))(kit)).length, 2],
  ['a collection that is not there', async (kit) => kit.end(kit.collection('nowhere').aggregate().count('n')).then(() => null, kit.codeOf), /* wx-server-sdk has one code for every refusal of a pipeline. */ { wx: -1, node: 'DATABASE_COLLECTION_NOT_EXIST' }],
]; // prettier-ignore
