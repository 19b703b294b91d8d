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
