/** A function that tells of its process, its caller and its times. */
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database({ throwOnNotFound: false });

const busy = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const caller = () => {
  const { OPENID, SOURCE } = cloud.getWXContext();
  return { OPENID, SOURCE };
};

const steps = {
  whoami: caller,
  pid: () => process.pid,
  span: async ({ ms }) => {
    const from = Date.now();
    await busy(ms);
    return { from, to: Date.now(), pid: process.pid };
  },
  /** Who the caller is: at the start, after a database call, after a pause, and for a function it calls. */
  identities: async ({ ms }) => {
    const before = caller();
    await db.collection('things').doc('nothing').get();
    const between = caller();
    await busy(ms);
    const { result: nested } = await cloud.callFunction({ name: 'worker', data: { step: 'whoami' } });
    return [before, between, caller(), nested];
  },
  nest: async ({ depth }) =>
    depth === 0
      ? caller()
      : (await cloud.callFunction({ name: 'worker', data: { step: 'nest', depth: depth - 1 } })).result,
  write: ({ text }) => {
    console.log(text, { nested: true });
    console.error('and an error');
    return 'written';
  },
  throw: () => {
    throw new Error('on purpose');
  },
  forge: () => {
    process.env.WX_OPENID = 'oForged';
    return caller();
  },
  large: ({ bytes }) => 'x'.repeat(bytes),
  largeNested: async ({ bytes }) =>
    (await cloud.callFunction({ name: 'worker', data: { step: 'large', bytes } })).result.length,
  today: () => ({ now: Date.now(), text: new Date().toISOString(), isDate: new Date() instanceof Date }),
};

exports.main = async (event) => steps[event.step](event);
