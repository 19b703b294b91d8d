import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { WX_NAMES } from '../../../local/phone/compiler/wx-names';
import { ROOT } from '../../support/cloud';

/** Where names of wx are called in a browser: the tests that drive one, and the mini programs they drive. */
const FOLDERS = ['test/local/phone', 'test/phone'];

const filesIn = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(test\.ts|js)$/.test(name))
    .map((name) => path.join(ROOT, folder, name));

/** How the tests ask a page to call: phone.call('getLocation', …) and the like. */
const ASKING = new Set(['call', 'ask', 'now', 'tapAsking', 'askPicking', 'errMsgOf']);

/** What of `wx` an expression names: wx.x, wx.cloud.x, wx['x'], cloud.x of a destructured wx. */
const nameOf = (node: ts.Node): string | undefined => {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    const member = ts.isPropertyAccessExpression(node)
      ? node.name.text
      : ts.isStringLiteralLike(node.argumentExpression)
        ? node.argumentExpression.text
        : undefined;
    if (member === undefined) return undefined;
    const owner = node.expression;
    if (ts.isIdentifier(owner) && owner.text === 'wx') return member;
    if (ts.isIdentifier(owner) && owner.text === 'cloud') return `cloud.${member}`;
    if (ts.isPropertyAccessExpression(owner)) {
      if (owner.name.text === 'wx') return member;
      if (owner.name.text === 'cloud') return `cloud.${member}`;
    }
  }
  return undefined;
};

/** Names that are called: never one that stands in a comment, a title or a list only. */
const calledIn = (source: string): string[] => {
  const called: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const direct = nameOf(node.expression);
      if (direct !== undefined) called.push(direct);
      const method = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : '';
      const [first, second] = node.arguments;
      if (ASKING.has(method) && first && ts.isStringLiteralLike(first)) called.push(first.text);
      // go(phone, 'navigateTo', …), fails('navigateTo', …): a helper that asks; hears(on, off).
      for (const argument of [first, second]) {
        if (ts.isIdentifier(node.expression) && argument && ts.isStringLiteralLike(argument)) {
          if (['go', 'fails', 'hears'].includes(node.expression.text)) called.push(argument.text);
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('test.ts', source, ts.ScriptTarget.ES2022, true));
  // What the bench calls fs. for short.
  return called.map((name) => name.replace(/^fs\./, 'getFileSystemManager().'));
};

test('a call counts, a comment or a title does not', () => {
  const source = `// wx.first
    /** wx.second() */ test('wx.third', () => phone.call('fourth', {}));
    wx['fifth']?.(); (globalThis as G).wx.sixth(); cloud.seventh(); const list = ['eighth'];
    phone.now('fs.ninth');`;
  expect(calledIn(source).sort()).toEqual([
    'cloud.seventh',
    'fifth',
    'fourth',
    'getFileSystemManager().ninth',
    'sixth',
  ]);
});

test('every name that the phone declares is called by a test in a browser', () => {
  const called = new Set(FOLDERS.flatMap(filesIn).flatMap((file) => calledIn(readFileSync(file, 'utf8'))));
  expect(WX_NAMES.filter((name) => !called.has(name))).toEqual([]);
});
