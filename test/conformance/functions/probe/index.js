/** A function as it is deployed: the unmodified wx-server-sdk and whatever the test asks of it. */
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database({ throwOnNotFound: false });
const _ = db.command;

let calls = 0;

const steps = {
  whoami: () => {
    const { OPENID, APPID, SOURCE, ENV } = cloud.getWXContext();
    return { OPENID, APPID, SOURCE, ENV };
  },
  nested: async () => (await cloud.callFunction({ name: 'probe', data: { step: 'whoami' } })).result,
  remembers: () => ({ calls: (calls += 1) }),
  sequential: async () => {
    for (let index = 0; index < 6; index += 1) await db.collection('things').doc(`s${index}`).get();
  },
  parallel: async () => {
    await Promise.all(
      Array.from({ length: 6 }, (_each, index) => db.collection('things').doc(`p${index}`).get()),
    );
  },
  crud: async () => {
    const { _id } = await db.collection('things').add({ data: { kind: 'crud', n: 1, at: db.serverDate() } });
    await db
      .collection('things')
      .doc(_id)
      .update({ data: { n: _.inc(2), list: _.push({ a: 1 }) } });
    const { data } = await db.collection('things').doc(_id).get();
    const { total } = await db.collection('things').where({ kind: 'crud' }).count();
    const { stats } = await db.collection('things').doc(_id).remove();
    const gone = await db.collection('things').doc(_id).get();
    return {
      n: data.n,
      list: data.list,
      isDate: data.at instanceof Date,
      total,
      removed: stats.removed,
      gone: gone.data,
    };
  },
  missingCollection: async () => {
    try {
      await db.collection('nowhere').get();
    } catch (error) {
      return { errCode: error.errCode };
    }
  },
  duplicate: async () => {
    await db.collection('things').add({ data: { _id: 'twice' } });
    try {
      await db.collection('things').add({ data: { _id: 'twice' } });
    } catch (error) {
      return { errCode: error.errCode, message: error.errMsg ?? error.message };
    }
  },
  transaction: async () => {
    await db.collection('things').add({ data: { _id: 'account', n: 1 } });
    const result = await db.runTransaction(async (transaction) => {
      const { data } = await transaction.collection('things').doc('account').get();
      await transaction
        .collection('things')
        .doc('account')
        .update({ data: { n: data.n + 1 } });
      return data.n;
    });
    return { result, after: (await db.collection('things').doc('account').get()).data.n };
  },
  aggregate: async () => {
    const $ = _.aggregate;
    await db.collection('things').add({
      data: [
        { kind: 'agg', n: 1 },
        { kind: 'agg', n: 4 },
        { kind: 'other', n: 9 },
      ],
    });
    const { list } = await db
      .collection('things')
      .aggregate()
      .match({ kind: 'agg' })
      .group({ _id: '$kind', sum: $.sum('$n'), list: $.push('$n') })
      .end();
    return list;
  },
  pipeline: async () => {
    const $ = _.aggregate;
    const things = () => db.collection('things').aggregate();
    await db.collection('things').add({
      data: [
        { _id: 'n1', kind: 'notice', days: 3, tags: ['x', 'y'], at: new Date('2026-11-22T17:00:00Z') },
        { _id: 'n2', kind: 'notice', days: 9, tags: [], at: new Date('2026-11-23T02:00:00Z') },
        { _id: 'n3', kind: 'notice', tags: ['y'], at: new Date('2026-11-23T16:00:00Z') },
      ],
    });
    const notices = () => things().match({ kind: 'notice' });
    const listOf = async (stages) => (await stages.end()).list;
    return {
      days: await listOf(
        notices()
          .group({
            _id: $.dateToString({ date: '$at', format: '%m-%d', timezone: 'Asia/Shanghai' }),
            count: $.sum(1),
          })
          .sort({ _id: 1 }),
      ),
      tags: await listOf(notices().unwind('$tags').sortByCount('$tags')),
      joined: await listOf(
        notices()
          .lookup({
            from: 'things',
            let: { mine: '$days' },
            pipeline: $.pipeline()
              .match(_.expr($.and([$.eq(['$kind', 'notice']), $.gt(['$days', '$$mine'])])))
              .project({ _id: 1 })
              .done(),
            as: 'longer',
          })
          .sort({ _id: 1 })
          .project({ longer: 1 }),
      ),
      late: await listOf(
        notices()
          .addFields({ isLate: $.cond({ if: $.gt(['$days', 5]), then: true, else: false }) })
          .match({ isLate: true })
          .count('n'),
      ),
      buckets: await listOf(
        notices().bucket({
          groupBy: '$days',
          boundaries: [0, 5, 10],
          default: '未定',
          output: { n: $.sum(1) },
        }),
      ),
      replaced: await listOf(
        notices()
          .limit(1)
          .replaceRoot({ newRoot: { tags: '$tags' } }),
      ),
    };
  },
  expression: async () => {
    await db.collection('things').add({
      data: [
        { _id: 'e1', kind: 'expr', spent: 5, budget: 3 },
        { _id: 'e2', kind: 'expr', spent: 2, budget: 3 },
      ],
    });
    const { data } = await db
      .collection('things')
      .where(
        _.expr(_.aggregate.and([_.aggregate.eq(['$kind', 'expr']), _.aggregate.gt(['$spent', '$budget'])])),
      )
      .get();
    return data.map(({ _id }) => _id);
  },
  queries: async () => {
    await db.collection('things').add({
      data: [
        { _id: 'q1', kind: 'query', text: '基坑 Alpha', list: [1, 2], deep: { x: 1 } },
        { _id: 'q2', kind: 'query', text: 'beta', list: [3], deep: { x: 2 } },
        { _id: 'q3', kind: 'query', list: [] },
      ],
    });
    const ids = async (condition) => {
      const { data } = await db
        .collection('things')
        .where({ kind: 'query', ...condition })
        .orderBy('_id', 'asc')
        .get();
      return data.map((each) => each._id).join();
    };
    return {
      regexp: await ids({ text: db.RegExp({ regexp: 'alpha', options: 'i' }) }),
      range: await ids({ 'deep.x': _.gt(0).and(_.lt(2)) }),
      nested: await ids({ deep: { x: 2 } }),
      or: await ids({ 'deep.x': _.eq(1).or(_.eq(2)) }),
      inList: await ids({ _id: _.in(['q1', 'q3', 'none']) }),
      element: await ids({ list: 2 }),
      elemMatch: await ids({ list: _.elemMatch(_.gt(2)) }),
      all: await ids({ list: _.all([1, 2]) }),
      size: await ids({ list: _.size(0) }),
      exists: await ids({ text: _.exists(false) }),
      neq: await ids({ text: _.neq('beta') }),
      nin: await ids({ 'deep.x': _.nin([1]) }),
      mod: await ids({ 'deep.x': _.mod(2, 0) }),
      not: await ids({ 'deep.x': _.not(_.eq(1)) }),
      nor: (
        await db
          .collection('things')
          .where(_.nor([{ kind: _.neq('query') }, { 'deep.x': 1 }, { 'deep.x': 2 }]))
          .get()
      ).data
        .map((each) => each._id)
        .join(),
    };
  },
  updates: async () => {
    const things = db.collection('things');
    await things.add({
      data: { _id: 'u', n: 2, list: [1, 2, 3, 2], set: [1], old: 'x', gone: 1, deep: { a: 1, b: 2 } },
    });
    await things.doc('u').update({
      data: {
        n: _.mul(5),
        list: _.pull(2),
        set: _.addToSet(2),
        old: _.rename('renamed'),
        gone: _.remove(),
        deep: _.set({ c: 3 }),
        low: _.min(1),
        stack: _.unshift(['first']),
      },
    });
    const { data } = await things.doc('u').get();
    return data;
  },
  near: async () => {
    await db.collection('things').add({
      data: [
        { _id: 'g1', place: db.Geo.Point(110.35, 20) },
        { _id: 'g2', place: db.Geo.Point(110.35, 20.001) },
        { _id: 'g3', place: db.Geo.Point(110.35, 20.1) },
      ],
    });
    const { data } = await db
      .collection('things')
      .where({ place: _.geoNear({ geometry: db.Geo.Point(110.35, 20.002), maxDistance: 1000 }) })
      .get();
    return data.map((each) => each._id);
  },
  storage: async () => {
    const { fileID } = await cloud.uploadFile({
      cloudPath: 'evidence/x/a.jpg',
      fileContent: Buffer.from([255, 216, 0]),
    });
    const { fileContent } = await cloud.downloadFile({ fileID });
    const { fileList } = await cloud.getTempFileURL({ fileList: [fileID, `${fileID}.gone`] });
    return { bytes: [...fileContent], statuses: fileList.map(({ status }) => status) };
  },
  environment: () => ({ tz: process.env.TZ, secret: process.env.HOME ?? null }),
  die: () => process.exit(3),
  throws: () => {
    throw new Error('on purpose');
  },
};

exports.main = async (event) => steps[event.step](event);
