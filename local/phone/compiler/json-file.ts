import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { BuildError, positionAt, START, type Position } from './build-error';

/** Names and numbers that lead to a value: ['tabBar', 'list', 0, 'pagePath']. */
export type JsonPath = readonly (string | number)[];

/** @returns nothing of a file that is not there @throws BuildError for one that is no JSON, or no object */
export const readJson = (file: string): Record<string, unknown> => {
  if (!existsSync(file)) return {};
  const source = readFileSync(file, 'utf8');
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    const { message } = error as Error;
    const [, offset] = /position (\d+)/.exec(message) ?? [];
    const atEnd = /end of JSON/.test(message) ? positionAt(source, source.length) : START;
    const position = offset === undefined ? atEnd : positionAt(source, Number(offset));
    throw new BuildError(file, position, 'JSON 写法有误，请检查逗号、引号和括号');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BuildError(file, START, '内容要是一个对象 { … }');
  }
  return value as Record<string, unknown>;
};

const childOf = (node: ts.Expression, name: string | number): ts.Expression | undefined => {
  if (ts.isArrayLiteralExpression(node)) return node.elements[Number(name)];
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const property = node.properties.find(
    (each) => each.name && ts.isStringLiteral(each.name) && each.name.text === name,
  );
  return property && ts.isPropertyAssignment(property) ? property.initializer : undefined;
};

/** Where a value stands; where it is not there, the nearest that is around it. */
export const positionOfJson = (file: string, place: JsonPath): Position => {
  const tree = ts.parseJsonText(file, readFileSync(file, 'utf8'));
  let node: ts.Expression | undefined = tree.statements[0]?.expression;
  for (const name of place) {
    const child: ts.Expression | undefined = node && childOf(node, name);
    if (!child) break;
    node = child;
  }
  return node ? positionAt(tree.text, node.getStart(tree)) : START;
};
