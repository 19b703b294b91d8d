/** Does what no function should: beside its answer, behind it, and to the process it runs in. */
const fs = require('node:fs');
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const never = () => new Promise(() => undefined);
const caller = () => cloud.getWXContext().OPENID;
/** Where the runner talks to the gateway. */
const say = (line) => fs.writeSync(3, `${line}\n`);

const steps = {
  pid: () => process.pid,
  say: async ({ line }) => {
    say(line);
    await never();
  },
  span: async ({ ms }) => {
    const from = Date.now();
    await pause(ms);
    return { from, to: Date.now(), pid: process.pid, caller: caller() };
  },
  /** Goes on behind the answer; `isKept`: the process is kept alive by it. */
  late: ({ ms, isKept }) => {
    const timer = setTimeout(() => console.log(`late ${caller()}`), ms);
    if (!isKept) timer.unref();
    return { pid: process.pid, caller: caller() };
  },
  lateThrow: ({ ms }) => {
    setTimeout(() => {
      throw new Error('late on purpose');
    }, ms).unref();
    return process.pid;
  },
  throwAside: async () => {
    setTimeout(() => {
      throw new Error('aside on purpose');
    }, 0);
    await never();
  },
  rejectAside: async () => {
    Promise.reject(new Error('nobody took this'));
    await never();
  },
  exit: async () => {
    console.log('last words');
    await pause(10);
    process.exit(7);
  },
  output: () => {
    console.dir({ deep: { deeper: { deepest: { end: 1 } } } }, { depth: 0 });
    process.stdout.write('without console\n');
    process.stderr.write('an error without console');
    console.table([{ a: 1 }]);
  },
  long: () => console.log('字'.repeat(20_000)),
  forge: () => {
    process.env.TCB_ENV = 'another';
    process.env.OWN = 'mine';
    delete process.env.WX_OPENID;
    return [process.env.TCB_ENV, process.env.OWN, process.env.WX_OPENID];
  },
  variables: () => ({
    env: process.env.TCB_ENV,
    own: process.env.OWN ?? null,
    openid: process.env.WX_OPENID,
  }),
  forget: async ({ ms }) => {
    void cloud.callFunction({ name: 'unruly', data: { step: 'span', ms } });
    await pause(50);
  },
  fan: async ({ count, ms }) => {
    const calls = Array.from({ length: count }, () =>
      cloud.callFunction({ name: 'unruly', data: { step: 'span', ms } }).then(
        () => 'answered',
        (error) => String(error.errMsg),
      ),
    );
    return Promise.all(calls);
  },
  chain: async ({ depth }) =>
    depth === 0
      ? 'end'
      : (await cloud.callFunction({ name: 'unruly', data: { step: 'chain', depth: depth - 1 } })).result,
};

exports.main = async (event) => steps[event.step](event);
