import { parseExpressionAt, type AnyNode, type CallExpression, type Expression } from 'acorn';
import { full, simple } from 'acorn-walk';

/** Something in an expression that is not to be there. */
export interface Finding {
  /** In the words of whoever writes the template. */
  readonly what: string;
  /** In the expression. */
  readonly offset: number;
}

/** An expression as it was read. */
interface Reading {
  readonly tree: Expression;
  /** What stands before it in what was read. */
  readonly shift: number;
  readonly trailingCommas: readonly number[];
}

/** What the operators of WXML are: those that WeChat's compiler makes something of. */
const BINARY: readonly string[] = [
  ...['+', '-', '*', '/', '%', '|', '^', '&', '<<', '>>'],
  ...['===', '==', '!==', '!=', '>', '<', '>=', '<='],
];
const LOGICAL: readonly string[] = ['&&', '||'];
const UNARY: readonly string[] = ['!', '-', '~'];

/** 0, 12, 0.5: no hexadecimal, no exponent, no digit left out. */
const NUMBER = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Words for what people try. */
const WORDS: Readonly<Record<string, string>> = {
  TemplateLiteral: '模板字符串',
  ArrowFunctionExpression: '箭头函数',
  FunctionExpression: '函数',
  NewExpression: 'new',
  SequenceExpression: '逗号隔开的几项',
  AssignmentExpression: '赋值',
  UpdateExpression: '自增自减',
  ThisExpression: 'this',
};

/** An expression, or the fields of `data=`; undefined for what is neither: the template's compiler tells of that. */
const readAs = (open: string, expression: string, close: string): Reading | undefined => {
  const commas: number[] = [];
  try {
    const tree = parseExpressionAt(`${open}${expression}${close}`, 0, {
      ecmaVersion: 2022,
      onTrailingComma: (end) => commas.push(end - open.length),
    });
    return { tree, shift: open.length, trailingCommas: commas };
  } catch {
    return undefined;
  }
};

/** @param areFields of a template's data, where `a, b` are two of them */
const read = (expression: string, areFields: boolean): Reading | undefined => {
  const fields = (): Reading | undefined => readAs('({', expression, '})');
  const value = (): Reading | undefined => readAs('(', expression, ')');
  return areFields ? (fields() ?? value()) : (value() ?? fields());
};

/** What the expression's compilers do not both read of a node, and where it stands. */
const refusalOf = (node: AnyNode, source: string): [what: string, start: number] | undefined => {
  const operator = (left: AnyNode, text: string): number => source.indexOf(text, left.end);
  switch (node.type) {
    case 'Identifier':
    case 'ConditionalExpression':
    case 'ObjectExpression':
    case 'SpreadElement':
    case 'ChainExpression':
      return undefined;
    case 'Literal':
      if (node.regex) return ['正则', node.start];
      if (typeof node.value !== 'number' && typeof node.value !== 'bigint') return undefined;
      return NUMBER.test(node.raw ?? '') ? undefined : [`数字写成 ${node.raw}`, node.start];
    case 'UnaryExpression':
      if (UNARY.includes(node.operator)) return undefined;
      return [node.operator === '+' ? '一元加号' : node.operator, node.start];
    case 'BinaryExpression':
      if (BINARY.includes(node.operator)) return undefined;
      return [node.operator, operator(node.left, node.operator)];
    case 'LogicalExpression':
      if (LOGICAL.includes(node.operator)) return undefined;
      return [`空值合并 ${node.operator}`, operator(node.left, node.operator)];
    case 'MemberExpression':
      if (node.optional) return ['可选链 ?.', operator(node.object, '?.')];
      return node.object.type === 'ObjectExpression' ? ['从对象字面量里取值', node.start] : undefined;
    case 'CallExpression':
      if (node.optional) return ['可选链 ?.', operator(node.callee, '?.')];
      return spreadIn(node.arguments, '参数展开 ...');
    case 'ArrayExpression': {
      if (node.elements.some((each) => each === null)) return ['数组里的空位', node.start];
      return spreadIn(node.elements, '数组展开 [...a]');
    }
    case 'Property':
      if (node.kind !== 'init' || node.method) return ['函数', node.start];
      if (node.computed) return ['算出来的字段名', node.start];
      return undefined;
    default:
      return [WORDS[node.type] ?? '这种写法', node.start];
  }
};

const spreadIn = (nodes: readonly (AnyNode | null)[], what: string): [string, number] | undefined => {
  const spread = nodes.find((node) => node?.type === 'SpreadElement');
  return spread ? [what, spread.start] : undefined;
};

const first = (found: readonly Finding[]): Finding | undefined =>
  [...found].sort((a, b) => a.offset - b.offset)[0];

/**
 * Everything that WXML has is listed: what is not, one of WeChat's two template compilers refuses (the old one, or
 * glass-easel's).
 * @param areFields whether it stands in the `data` of a template
 */
export const refusedIn = (expression: string, areFields: boolean): Finding | undefined => {
  const reading = read(expression, areFields);
  if (!reading) return undefined;
  const { tree, shift, trailingCommas } = reading;
  const source = ' '.repeat(shift) + expression;
  const found: Finding[] = trailingCommas.map((offset) => ({ what: '末尾的逗号', offset }));
  full(tree, (node) => {
    const [what, start] = refusalOf(node as AnyNode, source) ?? [];
    if (what !== undefined && start !== undefined) found.push({ what, offset: start - shift });
  });
  return first(found);
};

/** Whose `a.b.c` is: `a`; nothing of `f().b`. */
const ownerOf = (node: CallExpression['callee']): string | undefined => {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? ownerOf(node.object) : undefined;
};

/** @returns a call of what is no function of a WXS module, as it is written */
export const foreignCallIn = (expression: string, modules: ReadonlySet<string>): Finding | undefined => {
  const reading = expression.includes('(') ? read(expression, false) : undefined;
  if (!reading) return undefined;
  const found: Finding[] = [];
  simple(reading.tree, {
    CallExpression({ callee }) {
      const owner = ownerOf(callee);
      if (owner !== undefined && modules.has(owner)) return;
      const [start, end] = [callee.start - reading.shift, callee.end - reading.shift];
      found.push({ what: expression.slice(start, end), offset: start });
    },
  });
  return first(found);
};
