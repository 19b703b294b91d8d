import ts from 'typescript';
import { wrapped } from './wx-path';

const COMPARISONS: readonly ts.SyntaxKind[] = [
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
];

/** Whether only its truth is asked: the condition of `if`, of `? :`, of a loop, what `!` or `Boolean()` turns over. */
const isCondition = (node: ts.Node, parent: ts.Node): boolean => {
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent))
    return parent.expression === node;
  if (ts.isConditionalExpression(parent) || ts.isForStatement(parent)) return parent.condition === node;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  return (
    ts.isCallExpression(parent) && parent.expression.getText() === 'Boolean' && parent.arguments[0] === node
  );
};

/** `const name = …` and `const { name } = …`, which are followed further; an export leaves the script. */
const isDeclared = (node: ts.Node, parent: ts.Node): boolean =>
  ts.isVariableDeclaration(parent) &&
  parent.initializer === node &&
  !ts.isArrayBindingPattern(parent.name) &&
  (ts.getCombinedModifierFlags(parent) & ts.ModifierFlags.Export) === 0;

/**
 * Whether a value goes no further than the question if it is there, or to a name that is followed.
 * @param use what is named of `wx`
 */
export const isOnlyAsked = (use: ts.Node): boolean => {
  const node = wrapped(use);
  const { parent } = node;
  if (isCondition(node, parent) || ts.isTypeOfExpression(parent) || isDeclared(node, parent)) return true;
  if (!ts.isBinaryExpression(parent)) return false;
  const { kind } = parent.operatorToken;
  if (COMPARISONS.includes(kind)) return true;
  if (kind === ts.SyntaxKind.InKeyword) return parent.right === node;
  const isAnd = kind === ts.SyntaxKind.AmpersandAmpersandToken;
  if (isAnd && parent.left === node) return true;
  const isOr = kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken;
  // What comes out of `a && b` is followed; out of `a || b`, it may be either.
  return (isAnd || (isOr && !isDeclared(wrapped(parent), wrapped(parent).parent))) && isOnlyAsked(parent);
};

/** Whether it does nothing where the value is not there: it is only asked for, or `?.` asks. */
export const isHarmless = (use: ts.Node): boolean => {
  if (isOnlyAsked(use)) return true;
  const node = wrapped(use);
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) {
    // `a || b` and `a ?? b` go on to b.
    const { kind } = parent.operatorToken;
    const isOr = kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken;
    return isOr && parent.left === node;
  }
  return (
    (ts.isCallExpression(parent) ||
      ts.isPropertyAccessExpression(parent) ||
      ts.isElementAccessExpression(parent)) &&
    parent.expression === node &&
    parent.questionDotToken !== undefined
  );
};

/** Whether a call or a member is taken of it: `x()`, `x.y`, `x['y']`. */
export const isTakenFrom = (use: ts.Node): boolean => {
  const node = wrapped(use);
  const { parent } = node;
  return (
    (ts.isCallExpression(parent) ||
      ts.isPropertyAccessExpression(parent) ||
      ts.isElementAccessExpression(parent)) &&
    parent.expression === node
  );
};

/** Whether it is what a small function gives, whose calls are followed by the name it was declared with. */
export const isGivenByOwnFunction = (use: ts.Node): boolean => {
  const node = wrapped(use);
  const { parent } = node;
  const block = ts.isReturnStatement(parent) ? parent.parent : undefined;
  const isReturned = block !== undefined && ts.isBlock(block) && block.statements.length === 1;
  const made = isReturned ? block.parent : parent;
  if (ts.isFunctionDeclaration(made)) {
    return (ts.getCombinedModifierFlags(made) & ts.ModifierFlags.Export) === 0;
  }
  if (!ts.isFunctionExpression(made) && !(ts.isArrowFunction(made) && (isReturned || made.body === node)))
    return false;
  return isDeclared(wrapped(made), wrapped(made).parent);
};
