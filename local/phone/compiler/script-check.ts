import ts from 'typescript';
import { BuildError, positionAt } from './build-error';
import { WxGuards } from './wx-guard';
import { WX_NAMES } from './wx-names';
import { isUnnamed, isValue, keyOf, readScript, wrapped, WxPaths, type WxPath } from './wx-path';
import { isGivenByOwnFunction, isHarmless, isOnlyAsked, isTakenFrom } from './wx-position';

/** What `wx` has besides calls. */
const VALUES: readonly string[] = ['cloud', 'env'];
const DECLARED: ReadonlySet<string> = new Set([...WX_NAMES, ...VALUES]);

/** What has calls that are declared one by one: `wx` itself, wx.cloud, the file system. */
const NAMESPACES: ReadonlySet<string> = new Set(
  WX_NAMES.map((name) => name.slice(0, Math.max(0, name.lastIndexOf('.')))),
);

const isNamespace = (path: WxPath | undefined): boolean =>
  path !== undefined && NAMESPACES.has(path.join('.'));

/** What the phone lacks of what is named here: a whole name, as wx-names.ts would have it. */
const missingOf = (path: WxPath | undefined): string | undefined => {
  if (!path || !isNamespace(path.slice(0, -1)) || path.length === 0 || path.at(-1)?.endsWith('()'))
    return undefined;
  const name = path.join('.');
  return DECLARED.has(name) ? undefined : name;
};

/** Has members that are declared one by one, or gives what has them when it is called. */
const isOwner = (path: WxPath): boolean =>
  isNamespace(path) || (path.length > 0 && isNamespace([...path.slice(0, -1), `${path.at(-1)}()`]));

/** A name that is declared or asked for where it stands. */
const isName = (node: ts.Node): node is ts.Expression =>
  (ts.isIdentifier(node) && isValue(node)) ||
  ts.isPropertyAccessExpression(node) ||
  ts.isElementAccessExpression(node) ||
  ts.isCallExpression(node);

/**
 * Refuses what the phone does not have of `wx`, and what cannot be told before it runs. A call that asks first whether
 * it is there may be made: in WeChat, too, it is undefined where the base library is older.
 * @throws BuildError
 */
export const checkScript = (file: string, source: string): void => {
  if (!/\bwx\b/.test(source)) return;
  const script = readScript(file, source);
  const paths = new WxPaths(script);
  const guards = new WxGuards(paths);
  const fail = (node: ts.Node, sentence: string): never => {
    throw new BuildError(file, positionAt(source, node.getStart()), sentence);
  };
  const failUnnamed = (node: ts.Node, path: WxPath): never => {
    const owner = ['wx', ...path].join('.');
    return fail(node, `${owner}[…] 构建时查不出是哪个接口：请把名字写明，如 ${owner}.接口名`);
  };

  const failHandedOn = (node: ts.Node, path: WxPath): never => {
    const owner = ['wx', ...path].join('.');
    const sentence = `不要把 ${owner} 当作值传出去，构建时查不出用了哪些接口：请直接写 ${owner}.接口名`;
    return fail(node, sentence);
  };

  const checkUse = (node: ts.Expression): void => {
    const path = paths.of(node);
    if (!path) {
      // A small function that gives `wx` may be called here, and no more.
      const given = ts.isIdentifier(node) ? paths.givenBy(node) : undefined;
      if (given && isOwner(given) && !isTakenFrom(node)) failHandedOn(node, given);
      return;
    }
    const name = missingOf(path);
    if (name !== undefined && !isHarmless(node) && !guards.isGuarded(node, path)) {
      fail(node, `没有 wx.${name}：浏览器里的手机还没有这个接口，请检查拼写`);
    }
    if (!isOwner(path) || isTakenFrom(node) || isOnlyAsked(node)) return;
    if (ts.isExpressionStatement(wrapped(node).parent)) return;
    // `wx` itself is short enough to be written where it is used.
    if (path.length === 0 || !isGivenByOwnFunction(node)) failHandedOn(node, path);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isBindingElement(node) && isUnnamed(node)) {
      const from = paths.ofPattern(node.parent);
      if (from && isNamespace(from)) failUnnamed(node, from);
    }
    if (ts.isElementAccessExpression(node) && keyOf(node) === undefined) {
      const from = paths.of(node.expression);
      if (from && isNamespace(from)) failUnnamed(node, from);
    }
    if (isName(node)) checkUse(node);
    ts.forEachChild(node, visit);
  };
  visit(script.tree);
};
