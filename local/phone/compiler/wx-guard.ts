import ts from 'typescript';
import { bare, type WxPath, type WxPaths } from './wx-path';

const EQUAL: readonly ts.SyntaxKind[] = [
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
];
const UNEQUAL: readonly ts.SyntaxKind[] = [
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
];

const isNothing = (node: ts.Expression): boolean =>
  node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined');

/** `return`, `throw` and their kin at the end: what follows is not reached. */
const isLeaving = (statement: ts.Statement): boolean => {
  if (ts.isBlock(statement)) {
    const last = statement.statements.at(-1);
    return last !== undefined && isLeaving(last);
  }
  return (
    ts.isReturnStatement(statement) ||
    ts.isThrowStatement(statement) ||
    ts.isContinueStatement(statement) ||
    ts.isBreakStatement(statement)
  );
};

/** Whether conditions tell that `wx` has something. */
export class WxGuards {
  private readonly paths: WxPaths;
  /** What is being weighed: `const a = !a` ends here. */
  private readonly open = new Set<ts.Node>();

  constructor(paths: WxPaths) {
    this.paths = paths;
  }

  /** Whether a use is reached only where somebody asked whether `path` is there. */
  isGuarded(use: ts.Node, path: WxPath): boolean {
    for (let node = use; node.parent; node = node.parent) {
      if (this.isAsked(node, node.parent, path) || this.isLeftBefore(node, path)) return true;
    }
    return false;
  }

  /** Whether the parent comes to this node only with `path`. */
  private isAsked(node: ts.Node, parent: ts.Node, path: WxPath): boolean {
    if (ts.isIfStatement(parent)) {
      if (node === parent.expression) return false;
      return this.proves(parent.expression, node === parent.thenStatement, path);
    }
    if (ts.isConditionalExpression(parent)) {
      if (node === parent.condition) return false;
      return this.proves(parent.condition, node === parent.whenTrue, path);
    }
    if (ts.isWhileStatement(parent)) {
      return node === parent.statement && this.proves(parent.expression, true, path);
    }
    if (!ts.isBinaryExpression(parent) || node !== parent.right) return false;
    const { kind } = parent.operatorToken;
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return this.proves(parent.left, true, path);
    return kind === ts.SyntaxKind.BarBarToken && this.proves(parent.left, false, path);
  }

  /** `if (!wx.x) return;` stands before it in the same block. */
  private isLeftBefore(node: ts.Node, path: WxPath): boolean {
    const { parent } = node;
    if (!ts.isBlock(parent) && !ts.isSourceFile(parent) && !ts.isCaseOrDefaultClause(parent)) return false;
    return parent.statements
      .slice(0, parent.statements.indexOf(node as ts.Statement))
      .some(
        (before) =>
          ts.isIfStatement(before) &&
          isLeaving(before.thenStatement) &&
          this.proves(before.expression, false, path),
      );
  }

  /** Whether `path` is there when the condition came out as `outcome`. */
  private proves(condition: ts.Expression, outcome: boolean, path: WxPath): boolean {
    const node = bare(condition);
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      return this.proves(node.operand, !outcome, path);
    }
    if (ts.isBinaryExpression(node)) return this.comparisonProves(node, outcome, path);
    if (ts.isIdentifier(node) && this.declaredProves(node, outcome, path)) return true;
    if (!outcome) return false;
    return (
      this.isPartOf(path, this.paths.of(node)) || (ts.isCallExpression(node) && this.answerProves(node, path))
    );
  }

  /** `const has = wx.canIUse('x')` … `if (has)`. */
  private declaredProves(name: ts.Identifier, outcome: boolean, path: WxPath): boolean {
    const value = this.paths.valueOf(name);
    if (!value || this.open.has(value)) return false;
    this.open.add(value);
    const isProof = this.proves(value, outcome, path);
    this.open.delete(value);
    return isProof;
  }

  private comparisonProves(node: ts.BinaryExpression, outcome: boolean, path: WxPath): boolean {
    const { left, right } = node;
    const { kind } = node.operatorToken;
    const isAnd = kind === ts.SyntaxKind.AmpersandAmpersandToken;
    if (isAnd || kind === ts.SyntaxKind.BarBarToken) {
      const each = [left, right].map((side) => this.proves(side, outcome, path));
      // Of `a && b` that holds, both hold; of one that does not, nobody knows which.
      return isAnd === outcome ? each.includes(true) : !each.includes(false);
    }
    if (kind === ts.SyntaxKind.InKeyword) {
      const [name, from] = [bare(left), this.paths.of(right)];
      return outcome && ts.isStringLiteralLike(name) && this.isPartOf(path, from && [...from, name.text]);
    }
    if (!EQUAL.includes(kind) && !UNEQUAL.includes(kind)) return false;
    const isSame = EQUAL.includes(kind) === outcome;
    return (
      this.isOf(bare(left), bare(right), isSame, path) || this.isOf(bare(right), bare(left), isSame, path)
    );
  }

  /** `typeof wx.x === 'function'`, `wx.x !== undefined` and their opposites. */
  private isOf(asked: ts.Expression, value: ts.Expression, isSame: boolean, path: WxPath): boolean {
    if (!ts.isTypeOfExpression(asked)) {
      return !isSame && isNothing(value) && this.isPartOf(path, this.paths.of(asked));
    }
    if (!ts.isStringLiteralLike(value) || !this.isPartOf(path, this.paths.of(asked.expression))) return false;
    return isSame === (value.text !== 'undefined');
  }

  /** `wx.canIUse('x')` and `Boolean(wx.x)`. */
  private answerProves(call: ts.CallExpression, path: WxPath): boolean {
    const [first] = call.arguments;
    if (!first) return false;
    const callee = bare(call.expression);
    if (ts.isIdentifier(callee) && callee.text === 'Boolean') return this.proves(first, true, path);
    const schema = bare(first);
    const isQuestion = this.paths.of(callee)?.join('.') === 'canIUse' && ts.isStringLiteralLike(schema);
    return isQuestion && this.isPartOf(path, schema.text.split('.'));
  }

  /** Whoever has a part of something has it. */
  private isPartOf(path: WxPath, asked: WxPath | undefined): boolean {
    return asked !== undefined && path.every((name, at) => asked[at] === name);
  }
}
