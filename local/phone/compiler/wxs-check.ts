import type { AnyNode, Node } from 'acorn';
import { full } from 'acorn-walk';
import { unknownNameIn } from './wxs-names';

/** What WXS does not have of JavaScript, and where. */
export interface Refused {
  readonly what: string;
  /** What to write in its place. */
  readonly instead: string;
  readonly offset: number;
}

type Refusal = readonly [what: string, instead: string];

/**
 * Statements and expressions that the WXS reference does not list: neither among its reserved words
 * (reference/wxs/02variate) nor its statements (05statement) nor its operators (03operator).
 */
const REFUSED: Readonly<Record<string, Refusal>> = {
  NewExpression: ['new', '日期用 getDate()，正则用 getRegExp()，其余直接写字面量'],
  TryStatement: ['try', '请先判断再取值'],
  ThrowStatement: ['throw', '请用返回值表示出错'],
  ForInStatement: ['for in', '数组请用 for (var i = 0; …)，对象请把要用的名字写明'],
  ForOfStatement: ['for of', '请用 for (var i = 0; …)'],
  WithStatement: ['with', '请把对象写全'],
  LabeledStatement: ['语句标签', '请把内层循环写成函数'],
  DebuggerStatement: ['debugger', '请用 console.log'],
  ArrowFunctionExpression: ['箭头函数', '请用 function'],
  ClassDeclaration: ['class', '请用对象与函数'],
  ClassExpression: ['class', '请用对象与函数'],
  TemplateLiteral: ['模板字符串', '请用 + 连接'],
  ChainExpression: ['可选链 ?.', '请先判断再取值'],
  SpreadElement: ['展开 ...', '请逐项写出'],
  RestElement: ['剩余参数 ...', '请用 arguments'],
  ObjectPattern: ['解构', '请逐个取值'],
  ArrayPattern: ['解构', '请逐个取值'],
  AssignmentPattern: ['参数默认值', '请在函数里与 undefined 比较'],
};

const REFUSED_OPERATORS: Readonly<Record<string, Refusal>> = {
  in: ['in', '请与 undefined 比较'],
  instanceof: ['instanceof', "请比较 constructor，如 a.constructor === 'Array'"],
};

/** `case` takes a name, a number or a text. */
const isCaseValue = (node: AnyNode): boolean => {
  if (node.type === 'UnaryExpression') return isCaseValue(node.argument);
  if (node.type === 'Literal') return typeof node.value === 'number' || typeof node.value === 'string';
  return node.type === 'Identifier';
};

const refusalOf = (node: AnyNode): Refusal | undefined => {
  switch (node.type) {
    case 'Literal':
      return node.regex && ['正则字面量', '请用 getRegExp()'];
    case 'BinaryExpression':
      return REFUSED_OPERATORS[node.operator];
    case 'VariableDeclaration':
      return node.kind === 'var' ? undefined : [node.kind, '请用 var'];
    case 'Property':
      if (node.kind !== 'init') return [`${node.kind} 存取器`, '请写成函数'];
      return node.shorthand || node.method || node.computed ? ['属性的简写', '请写成 名字: 值'] : undefined;
    case 'SwitchCase':
      if (!node.test || isCaseValue(node.test)) return undefined;
      return ['算出来的 case', 'case 后面只能是变量、数字或字符串'];
    default:
      return REFUSED[node.type];
  }
};

/**
 * @param program of any JavaScript
 * @returns the first thing in it that WeChat's WXS does not have
 */
export const refusedInWxs = (program: Node): Refused | undefined => {
  const found: Refused[] = [];
  full(program, (node) => {
    const refusal = refusalOf(node as AnyNode);
    if (refusal) found.push({ what: refusal[0], instead: refusal[1], offset: node.start });
  });
  return found.sort((a, b) => a.offset - b.offset)[0] ?? unknownNameIn(program);
};
