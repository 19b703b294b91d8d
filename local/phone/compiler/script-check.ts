import ts from 'typescript';
import { WX_NAMES } from './wx-names';
import { BuildError, positionAt } from './build-error';

const DECLARED: ReadonlySet<string> = new Set(WX_NAMES);

/** Namespaces of `wx` whose calls are declared one by one. */
const NAMESPACES: ReadonlySet<string> = new Set(
  WX_NAMES.filter((name) => name.includes('.')).map((name) => name.split('.')[0] ?? ''),
);

/** `wx.cloud.callFunction` → ['cloud', 'callFunction']; undefined for what does not start with `wx`. */
const pathOf = (node: ts.Expression): string[] | undefined => {
  if (ts.isIdentifier(node)) return node.text === 'wx' ? [] : undefined;
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const outer = pathOf(node.expression);
  return outer && [...outer, node.name.text];
};

/** `wx.f?.()` and `wx.f && wx.f()` ask first whether there is such a call. */
const isAskedFirst = (call: ts.CallExpression): boolean => {
  if (call.questionDotToken) return true;
  const callee = call.expression.getText();
  for (let node: ts.Node = call; node.parent; node = node.parent) {
    const { parent } = node;
    if (ts.isIfStatement(parent) && parent.thenStatement === node) {
      if (parent.expression.getText().includes(callee)) return true;
    }
    const isGuarded =
      (ts.isBinaryExpression(parent) && parent.right === node && parent.left.getText().includes(callee)) ||
      (ts.isConditionalExpression(parent) && parent.condition.getText().includes(callee));
    if (isGuarded) return true;
  }
  return false;
};

/** Refuses a call of `wx` that the phone does not have. @throws BuildError */
export const checkScript = (file: string, source: string): void => {
  if (!/\bwx\s*\??\s*\./.test(source)) return;
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [first, second] = pathOf(node.expression) ?? [];
      const name = first && NAMESPACES.has(first) && second ? `${first}.${second}` : first;
      if (name && !DECLARED.has(name) && !isAskedFirst(node)) {
        const position = positionAt(source, node.expression.getStart());
        throw new BuildError(file, position, `没有 wx.${name}：浏览器里的手机还没有这个接口，请检查拼写`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
};
