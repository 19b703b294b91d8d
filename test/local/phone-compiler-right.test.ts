import { BrokenProgram, inSubpackage, type Files } from '../support/broken-program';

const program = new BrokenProgram();
afterAll(() => program.remove());

const build = (broken?: Files): Promise<string> => program.build(broken);

const page = (wxml: string) => ({ 'pages/p/p.wxml': wxml });

test('what is right is built', async () => {
  await expect(build()).resolves.toBe('built');
});

test('what is right is built in a subpackage too', async () => {
  await expect(build(inSubpackage({}))).resolves.toBe('built');
});

test('a circle of imported templates has an end: it is built', async () => {
  const files = {
    ...page('<import src="./q.wxml" />\n<template name="a" />\n<template is="b" />'),
    'pages/p/q.wxml': '<import src="./p.wxml" />\n<template name="b"><template is="a" /></template>',
  };
  await expect(build(files)).resolves.toBe('built');
});

test('one sheet imported twice is no circle; neither is one template', async () => {
  const files = {
    'pages/p/p.wxss': "@import './q.wxss';\n@import './r.wxss';",
    'pages/p/q.wxss': "@import './r.wxss';",
    'pages/p/r.wxss': '.a {}',
    ...page('<include src="./q.wxml" />\n<include src="./r.wxml" />'),
    'pages/p/q.wxml': '<include src="./r.wxml" />',
    'pages/p/r.wxml': '<view />',
  };
  await expect(build(files)).resolves.toBe('built');
});

test('what WXS has is built', async () => {
  const module = `
    var n = require('./n.wxs').name
    function f(a, b) {
      var sum = 0, i = 0
      for (i = 0; i < a.length; i++) { if (a[i] === undefined) continue; sum += a[i] }
      do { sum-- } while (sum > 3)
      switch (typeof b) { case 'string': return b; case n: break; case -1: return void 0; default: delete a.b }
      return arguments.length > 1 ? getRegExp('a', 'g').test(b) : getDate().getTime()
    }
    module.exports = { f: f, 'g': function () { return this.f } }
  `;
  await expect(
    build({ 'pages/p/p.wxs': module, 'pages/p/n.wxs': "module.exports.name = 'n'" }),
  ).resolves.toBe('built');
});

test('tabs of the main package and packages by root or name are right', async () => {
  const files = {
    'app.json': `{
      "pages": ["pages/p/p", "pages/p/q"],
      "subPackages": [{ "root": "far/", "name": "away", "pages": ["q"] }],
      "tabBar": { "list": [{ "pagePath": "pages/p/p" }, { "pagePath": "pages/p/q" }] },
      "preloadRule": { "pages/p/p": { "packages": ["far", "away"] }, "far/q": { "packages": ["__APP__"] } }
    }`,
    'pages/p/q.wxml': '<view />',
    'pages/p/q.ts': 'Page({});',
    'far/q.wxml': '<view />',
    'far/q.ts': 'Page({});',
  };
  await expect(build(files)).resolves.toBe('built');
});

test('a call that is asked for first is let through; so is a name in a text or a comment', async () => {
  const script = `
    // wx.commented()
    if (wx.unheardOf) wx.unheardOf();
    wx.alsoUnheard && wx.alsoUnheard();
    wx.thirdOne?.();
    Page({ data: { text: 'wx.inText()' } });
  `;
  await expect(build({ 'pages/p/p.js': script, 'pages/p/p.ts': undefined })).resolves.toBe('built');
});
