import ts from 'typescript';
import { BuildError, positionAt } from './build-error';
import { WxGuards } from './wx-guard';
import { WX_NAMES } from './wx-names';
import { isUnnamed, isValue, keyOf, readScript, wrapped, WxPaths, type WxPath } from './wx-path';

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

const isArgument = (node: ts.Node, parent: ts.Node): boolean =>
  (ts.isCallExpression(parent) || ts.isNewExpression(parent)) &&
  (parent.arguments?.some((argument) => argument === node) ?? false);

/** Whether it breaks here when the value is not there: `x()` and `x.y` do, `x?.()` and `Boolean(x)` do not. */
const isNeeded = (use: ts.Node): boolean => {
  const node = wrapped(use);
  const { parent } = node;
  if (isArgument(node, parent)) {
    return !(ts.isCallExpression(parent) && parent.expression.getText() === 'Boolean');
  }
  if (ts.isNewExpression(parent)) return true;
  const isChained =
    ts.isCallExpression(parent) ||
    ts.isPropertyAccessExpression(parent) ||
    ts.isElementAccessExpression(parent);
  return isChained && parent.expression === node && parent.questionDotToken === undefined;
};

/** Whether a value goes on to where nobody follows it: an argument, an answer, a field, an export. */
const isHandedOn = (use: ts.Node): boolean => {
  const node = wrapped(use);
  const { parent } = node;
  if (ts.isVariableDeclaration(parent)) {
    const isExported = (ts.getCombinedModifierFlags(parent) & ts.ModifierFlags.Export) !== 0;
    return parent.initializer === node && (isExported || ts.isArrayBindingPattern(parent.name));
  }
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    const isGiven =
      (kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment) ||
      kind === ts.SyntaxKind.BarBarToken ||
      kind === ts.SyntaxKind.QuestionQuestionToken ||
      kind === ts.SyntaxKind.AmpersandAmpersandToken;
    return isGiven && parent.right === node;
  }
  if (ts.isConditionalExpression(parent)) return parent.condition !== node;
  return (
    isArgument(node, parent) ||
    ts.isReturnStatement(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isSpreadAssignment(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isExportAssignment(parent) ||
    ts.isExportSpecifier(parent) ||
    (ts.isArrowFunction(parent) && parent.body === node) ||
    ('initializer' in parent && parent.initializer === node)
  );
};

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

  const checkUse = (node: ts.Expression): void => {
    const path = paths.of(node);
    const name = missingOf(path);
    if (path && name !== undefined && isNeeded(node) && !guards.isGuarded(node, path)) {
      fail(node, `没有 wx.${name}：浏览器里的手机还没有这个接口，请检查拼写`);
    }
    if (path?.length === 0 && isHandedOn(node)) {
      fail(node, '不要把 wx 当作值传出去，构建时查不出用了哪些接口：请直接写 wx.接口名');
    }
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
    if (
      (ts.isIdentifier(node) && isValue(node)) ||
      ts.isPropertyAccessExpression(node) ||
      ts.isElementAccessExpression(node)
    ) {
      checkUse(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(script.tree);
};
