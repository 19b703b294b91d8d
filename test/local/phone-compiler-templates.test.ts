import { BrokenProgram, type Files } from '../support/broken-program';

const program = new BrokenProgram();
afterAll(() => program.remove());

const build = (broken?: Files): Promise<string> => program.build(broken);

describe('modules that inline WXS requires', () => {
  const inline = (module: string): Files => ({
    'pages/p/p.wxml': `<wxs module="m">\nmodule.exports = ${module}\n</wxs>\n<view>{{m}}</view>`,
  });

  test('are built with it, and what they require themselves', async () => {
    const files = {
      ...inline("require('./n.wxs').name"),
      'pages/p/n.wxs': "module.exports.name = require('../o.wxs')",
      'pages/o.wxs': 'module.exports = 1',
    };
    await expect(build(files)).resolves.toBe('built');
  });

  test.each([
    ['at once', inline("require('./gone.wxs')"), 'pages/p/p.wxml:2:18 找不到 gone.wxs'],
    [
      'in a file',
      { ...inline("require('./n.wxs')"), 'pages/p/n.wxs': "var n = 1\nvar g = require('./gone.wxs')" },
      'pages/p/n.wxs:2:9 找不到 gone.wxs',
    ],
  ])('missing %s: refused', async (_, files, expected) => {
    await expect(build(files)).resolves.toBe(expected);
  });

  test('in a comment or a text are none', async () => {
    await expect(build(inline("'require(\"./gone.wxs\")' // require('./gone.wxs')"))).resolves.toBe('built');
  });
});
