import { checkScript } from '../../local/phone/compiler/script-check';

/** @returns what the compiler says of a script; nothing of a right one */
const told = (source: string): string => {
  try {
    checkScript('a.ts', source);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

const missing = (name: string): string => `没有 wx.${name}：浏览器里的手机还没有这个接口，请检查拼写`;
const unnamed = (owner: string): string =>
  `${owner}[…] 构建时查不出是哪个接口：请把名字写明，如 ${owner}.接口名`;
const handedOn = (owner: string): string =>
  `不要把 ${owner} 当作值传出去，构建时查不出用了哪些接口：请直接写 ${owner}.接口名`;
const HANDED_ON = handedOn('wx');

test.each([
  ["wx['typo']();", `a.ts:1:1 ${missing('typo')}`],
  ['wx[`typo`]();', `a.ts:1:1 ${missing('typo')}`],
  ["wx['cloud'].typo();", `a.ts:1:1 ${missing('cloud.typo')}`],
  ['const { typo } = wx;\ntypo();', `a.ts:2:1 ${missing('typo')}`],
  ['const { typo: named } = wx;\nnamed({});', `a.ts:2:1 ${missing('typo')}`],
  ["const { 'typo': named } = wx;\nnamed({});", `a.ts:2:1 ${missing('typo')}`],
  ['const { cloud: { typo } } = wx;\ntypo();', `a.ts:2:1 ${missing('cloud.typo')}`],
  ['const { login, ...rest } = wx;\nrest.typo();', `a.ts:2:1 ${missing('typo')}`],
  ['const w = wx;\nw.typo();', `a.ts:2:1 ${missing('typo')}`],
  ['const w = wx, v = w;\nconst f = () => v.typo();', `a.ts:2:17 ${missing('typo')}`],
  ['const f = wx.typo;\nf();', `a.ts:2:1 ${missing('typo')}`],
  ['const c = wx.cloud;\nc.typo();', `a.ts:2:1 ${missing('cloud.typo')}`],
  ['(wx as any).typo();', `a.ts:1:1 ${missing('typo')}`],
  ['(<any>wx).typo();', `a.ts:1:1 ${missing('typo')}`],
  ['(wx satisfies object).typo();', `a.ts:1:1 ${missing('typo')}`],
  ['wx!.typo();', `a.ts:1:1 ${missing('typo')}`],
  ['wx.typo!();', `a.ts:1:1 ${missing('typo')}`],
  ['wx?.typo();', `a.ts:1:1 ${missing('typo')}`],
  ['(0, wx.typo)();', `a.ts:1:5 ${missing('typo')}`],
  ['new wx.Typo();', `a.ts:1:5 ${missing('Typo')}`],
  ['new wx.cloud.Typo();', `a.ts:1:5 ${missing('cloud.Typo')}`],
  ['wx.typo.call(undefined);', `a.ts:1:1 ${missing('typo')}`],
  ['wx.typo.name;', `a.ts:1:1 ${missing('typo')}`],
  ['promised(wx.typo);', `a.ts:1:10 ${missing('typo')}`],
  ['wx.getFileSystemManager().typo();', `a.ts:1:1 ${missing('getFileSystemManager().typo')}`],
  ["wx.getFileSystemManager()['typo']();", `a.ts:1:1 ${missing('getFileSystemManager().typo')}`],
  [
    'const disk = wx.getFileSystemManager();\ndisk.typo();',
    `a.ts:2:1 ${missing('getFileSystemManager().typo')}`,
  ],
  [
    'const disk = () => wx.getFileSystemManager();\ndisk().typo();',
    `a.ts:2:1 ${missing('getFileSystemManager().typo')}`,
  ],
  [
    'function disk() {\n  return wx.getFileSystemManager();\n}\ndisk().typo();',
    `a.ts:4:1 ${missing('getFileSystemManager().typo')}`,
  ],
  [
    'const { typo } = wx.getFileSystemManager();\ntypo();',
    `a.ts:2:1 ${missing('getFileSystemManager().typo')}`,
  ],
  ['let f;\nf = wx.typo;\nf({});', `a.ts:2:5 ${missing('typo')}`],
  ['let f = wx.typo;\nf({});', `a.ts:2:1 ${missing('typo')}`],
  ['const o = { r: wx.typo };\no.r();', `a.ts:1:16 ${missing('typo')}`],
  ['const { typo } = wx;\nconst o = { typo };', `a.ts:2:13 ${missing('typo')}`],
  ['this.api = wx.typo;', `a.ts:1:12 ${missing('typo')}`],
  ['module.exports = wx.typo;', `a.ts:1:18 ${missing('typo')}`],
  ['export const f = wx.typo;', `a.ts:1:18 ${missing('typo')}`],
  ['const f = wx.typo;\nexport { f };', `a.ts:2:10 ${missing('typo')}`],
  ['(c ? wx.typo : wx.login)();', `a.ts:1:6 ${missing('typo')}`],
  ['const f = c ? wx.login : wx.typo;', `a.ts:1:26 ${missing('typo')}`],
  ['const f = c || wx.typo;\nf();', `a.ts:1:16 ${missing('typo')}`],
  ['const f = c && wx.typo;\nf();', `a.ts:2:1 ${missing('typo')}`],
  ['const f = () => wx.typo;', `a.ts:1:17 ${missing('typo')}`],
  ['function f() { return wx.typo; }', `a.ts:1:23 ${missing('typo')}`],
  ['function f(api = wx.typo) {}', `a.ts:1:18 ${missing('typo')}`],
  ["new Map([['a', wx.typo]]);", `a.ts:1:16 ${missing('typo')}`],
  ['wx.typo`a`;', `a.ts:1:1 ${missing('typo')}`],
  ['const a = `${wx.typo}`;', `a.ts:1:14 ${missing('typo')}`],
  ['await wx.typo;', `a.ts:1:7 ${missing('typo')}`],
  ['wx.typo;', `a.ts:1:1 ${missing('typo')}`],
  ['wx.typo = f;', `a.ts:1:1 ${missing('typo')}`],
  ['globalThis.wx.typo();', `a.ts:1:1 ${missing('typo')}`],
  ["globalThis['wx'].typo();", `a.ts:1:1 ${missing('typo')}`],
  ['const { wx: w } = globalThis;\nw.typo();', `a.ts:2:1 ${missing('typo')}`],
  ['const { wx } = globalThis;\nwx.typo();', `a.ts:2:1 ${missing('typo')}`],
  ['const { wx: { typo } } = globalThis;\ntypo();', `a.ts:2:1 ${missing('typo')}`],
  ['const g = globalThis;\ng.wx.typo();', `a.ts:2:1 ${missing('typo')}`],
])('%s is refused', (source, expected) => {
  expect(told(source)).toBe(expected);
});

test.each([
  ['wx[name]();', `a.ts:1:1 ${unnamed('wx')}`],
  ['wx[`on${name}`]();', `a.ts:1:1 ${unnamed('wx')}`],
  ['if (wx[name]) wx[name]();', `a.ts:1:5 ${unnamed('wx')}`],
  ['(wx as any)[name]();', `a.ts:1:1 ${unnamed('wx')}`],
  ['wx.cloud[name]();', `a.ts:1:1 ${unnamed('wx.cloud')}`],
  [
    'const disk = wx.getFileSystemManager();\ndisk[name]();',
    `a.ts:2:1 ${unnamed('wx.getFileSystemManager()')}`,
  ],
  ['const { [name]: f } = wx;', `a.ts:1:9 ${unnamed('wx')}`],
  ['call(wx);', `a.ts:1:6 ${HANDED_ON}`],
  ['const w = wx;\ncall(w);', `a.ts:2:6 ${HANDED_ON}`],
  ['later = wx;', `a.ts:1:9 ${HANDED_ON}`],
  ['({ typo } = wx);', `a.ts:1:13 ${HANDED_ON}`],
  ['const all = { ...wx };', `a.ts:1:18 ${HANDED_ON}`],
  ['const all = { wx };', `a.ts:1:15 ${HANDED_ON}`],
  ['const all = { api: wx };', `a.ts:1:20 ${HANDED_ON}`],
  ['const all = [wx];', `a.ts:1:14 ${HANDED_ON}`],
  ['const get = () => wx;', `a.ts:1:19 ${HANDED_ON}`],
  ['function get() { return wx; }', `a.ts:1:25 ${HANDED_ON}`],
  ['function f(api = wx) {}', `a.ts:1:18 ${HANDED_ON}`],
  ['const api = other || wx;', `a.ts:1:22 ${HANDED_ON}`],
  ['const api = is ? wx : other;', `a.ts:1:18 ${HANDED_ON}`],
  ['export const api = wx;', `a.ts:1:20 ${HANDED_ON}`],
  ['const api = wx;\nexport { api };', `a.ts:2:10 ${HANDED_ON}`],
  ['const api = wx;\nexport { api as other };', `a.ts:2:10 ${HANDED_ON}`],
  ['export default wx;', `a.ts:1:16 ${HANDED_ON}`],
  ['await wx;', `a.ts:1:7 ${HANDED_ON}`],
  ['for (const name in wx) {}', `a.ts:1:20 ${HANDED_ON}`],
  ['const api = wx || other;', `a.ts:1:13 ${HANDED_ON}`],
  ['call(globalThis.wx);', `a.ts:1:6 ${HANDED_ON}`],
  ['module.exports = wx.cloud;', `a.ts:1:18 ${handedOn('wx.cloud')}`],
  ['const c = wx.cloud;\nexport { c };', `a.ts:2:10 ${handedOn('wx.cloud')}`],
  ['Page({ cloud: wx.cloud });', `a.ts:1:15 ${handedOn('wx.cloud')}`],
  ['Page({ fs: wx.getFileSystemManager() });', `a.ts:1:12 ${handedOn('wx.getFileSystemManager()')}`],
  ['let fs;\nfs = wx.getFileSystemManager();', `a.ts:2:6 ${handedOn('wx.getFileSystemManager()')}`],
  [
    'const disk = wx.getFileSystemManager();\nkeep(disk);',
    `a.ts:2:6 ${handedOn('wx.getFileSystemManager()')}`,
  ],
  [
    'function disk() {\n  log();\n  return wx.getFileSystemManager();\n}',
    `a.ts:3:10 ${handedOn('wx.getFileSystemManager()')}`,
  ],
  [
    'export const disk = () => wx.getFileSystemManager();',
    `a.ts:1:27 ${handedOn('wx.getFileSystemManager()')}`,
  ],
  [
    'const disk = () => wx.getFileSystemManager();\nexport { disk };',
    `a.ts:2:10 ${handedOn('wx.getFileSystemManager()')}`,
  ],
  [
    'const disk = () => wx.getFileSystemManager();\nkeep(disk());',
    `a.ts:2:6 ${handedOn('wx.getFileSystemManager()')}`,
  ],
  ['keep(() => wx.getFileSystemManager());', `a.ts:1:12 ${handedOn('wx.getFileSystemManager()')}`],
  ['((fs) => fs)(wx.getFileSystemManager());', `a.ts:1:14 ${handedOn('wx.getFileSystemManager()')}`],
  ['this.get = wx.getFileSystemManager;', `a.ts:1:12 ${handedOn('wx.getFileSystemManager')}`],
])('%s cannot be told before it runs: refused', (source, expected) => {
  expect(told(source)).toBe(expected);
});

test.each([
  'if (wx.fresh) wx.fresh();',
  'if (is && wx.fresh) { run(() => wx.fresh()); }',
  "if (wx['fresh']) wx.fresh();",
  'if (!wx.fresh) { other(); } else wx.fresh();',
  'if (!wx.fresh || is) other(); else wx.fresh();',
  'wx.fresh && wx.fresh();',
  'is && wx.fresh && is && wx.fresh();',
  '!wx.fresh || wx.fresh();',
  'const a = wx.fresh ? wx.fresh() : 0;',
  'const a = !wx.fresh ? 0 : wx.fresh();',
  'wx.fresh?.();',
  'wx.fresh?.().then(go);',
  'wx.fresh?.part();',
  'const a = Boolean(wx.fresh);',
  'if (Boolean(wx.fresh)) wx.fresh();',
  'if (!!wx.fresh) wx.fresh();',
  "if (wx.canIUse('fresh')) wx.fresh();",
  "if (wx.canIUse('fresh.object.part')) wx.fresh();",
  "const can = wx.canIUse('fresh');\nif (can) wx.fresh();",
  'function f() {\n  const lacks = !wx.fresh;\n  if (lacks) return;\n  wx.fresh();\n}',
  "if ('fresh' in wx) wx.fresh();",
  "if (typeof wx.fresh === 'function') wx.fresh();",
  "if ('undefined' !== typeof wx.fresh) wx.fresh();",
  "if (typeof wx.fresh === 'undefined') other(); else wx.fresh();",
  'if (wx.fresh !== undefined) wx.fresh();',
  'if (wx.fresh == null) other(); else wx.fresh();',
  'function f() {\n  if (!wx.fresh) return;\n  wx.fresh();\n}',
  "function f() {\n  if (typeof wx.fresh !== 'function') {\n    other();\n    throw gone;\n  }\n  wx.fresh();\n}",
  'while (wx.fresh) wx.fresh();',
  'const f = wx.fresh;\nif (f) f();',
  'const { fresh } = wx;\nfresh && fresh();',
  'const { fresh = other } = wx;\nfresh();',
  'if (wx.cloud.fresh) wx.cloud.fresh();',
  "if (wx.canIUse('cloud.fresh')) wx.cloud.fresh();",
  'const disk = wx.getFileSystemManager();\nif (disk.open) disk.open();',
  'if (is) wx.fresh?.();',
  'const can = is && wx.fresh;\nif (can) wx.fresh();',
  'const can = wx.fresh || is;',
  '(wx.fresh || other)();',
  'for (; wx.fresh; ) other();',
  'if (wx.fresh) keep(wx.fresh);',
])('%s asks first: let through', (source) => {
  expect(told(source)).toBe('');
});

test.each([
  // The name only stands in the condition, or in another one.
  ['if (wx.freshness) wx.fresh();', 1, 19],
  ["if (log('wx.fresh')) wx.fresh();", 1, 22],
  ['if (!wx.fresh) wx.fresh();', 1, 16],
  ['if (wx.fresh) other(); else wx.fresh();', 1, 29],
  ['if (wx.fresh || is) wx.fresh();', 1, 21],
  ['wx.fresh || wx.fresh();', 1, 13],
  ['wx.fresh ?? wx.fresh();', 1, 13],
  ['const a = wx.fresh ? 0 : wx.fresh();', 1, 26],
  ["if (typeof wx.fresh === 'undefined') wx.fresh();", 1, 38],
  ["if (typeof wx.fresh !== 'function') wx.fresh();", 1, 37],
  ['if (wx.fresh === undefined) wx.fresh();', 1, 29],
  ["if (!('fresh' in wx)) wx.fresh();", 1, 23],
  ["if ('fresh' in other) wx.fresh();", 1, 23],
  ["if (wx.canIUse('freshness')) wx.fresh();", 1, 30],
  ["if (other.canIUse('fresh')) wx.fresh();", 1, 29],
  ['if (!wx.fresh) other();\nwx.fresh();', 2, 1],
  ['wx.fresh();\nif (!wx.fresh) throw gone;', 1, 1],
  ['if (other.fresh) wx.fresh();', 1, 18],
  ['const a = !a;\nif (a) wx.fresh();', 2, 8],
  ['function f(wx2) { if (wx2.fresh) wx.fresh(); }', 1, 34],
])('%s does not ask: refused', (source, line, column) => {
  expect(told(source)).toBe(`a.ts:${line}:${column} ${missing('fresh')}`);
});

test.each([
  "wx.showToast({ title: 'a' });",
  'const { showToast } = wx;\nshowToast({});',
  'promised(wx.login);',
  'wx.cloud.callFunction({}).then(go);',
  'const disk = wx.getFileSystemManager();\ndisk.readFileSync(wx.env.USER_DATA_PATH);',
  'const disk = () => wx.getFileSystemManager();\ndisk().readFile({});',
  'if (wx && wx.cloud) wx.cloud.init();',
  'const c = wx && wx.cloud;\nc.init();',
  'other(globalThis);\nglobalThis.own = 1;\nconst { wx: w } = globalThis;\nw.login();',
  'wx.getFileSystemManager();',
  'const db = wx.cloud.database();\ndb.collection(name);',
  'wx.createSelectorQuery().select(name).exec();',
  'wx.getStorageSync(name)[key]();',
  'function f(wx) { wx.own(); call(wx); wx[name](); }',
  'import wx from "./own";\nwx.own();',
  'own.wx.typo();\nconst o = { wx: 1 };\ncall(o.wx);',
  "if (typeof wx !== 'undefined') wx.login();",
  'declare const wx: Api;\nwx.login();',
  'type Wx = typeof wx;\ntype Login = typeof wx.typo;\nlet a: Wx;',
  '// wx.typo()\nconst a = "wx.typo()";',
  'const a = a;\na.typo(wx.login);',
  'const f = () => f();\nf().typo(wx.login);',
])('%s is right', (source) => {
  expect(told(source)).toBe('');
});
