import {
  parseExpressionAt,
  tokenizer,
  tokTypes,
  type CallExpression,
  type Expression,
  type MemberExpression,
  type Token,
} from 'acorn';
import { simple } from 'acorn-walk';
import { BUILTIN_NAMES } from './builtin-names';
import { BuildError, positionAt } from './build-error';
import { scanWxml, type Piece } from './wxml-scan';

const STRUCTURE: readonly string[] = ['block', 'template', 'import', 'include', 'slot', 'wxs'];
const KNOWN: ReadonlySet<string> = new Set([...STRUCTURE, ...BUILTIN_NAMES]);

/** Written for one of the two compilers only: WeChat's own refuses them (old base), or glass-easel does. */
const REFUSED: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [tokTypes.questionDot, '可选链 ?.'],
  [tokTypes.backQuote, '模板字符串'],
  [tokTypes.coalesce, '空值合并 ??'],
  [tokTypes._typeof, 'typeof'],
  [tokTypes.arrow, '箭头函数'],
  [tokTypes._function, '函数'],
  [tokTypes._new, 'new'],
]);

/** @returns what a WXML expression may not hold, and where in it */
const refusedIn = (expression: string): { what: string; offset: number } | undefined => {
  const brackets: unknown[] = [];
  const tokens = tokenizer(expression, { ecmaVersion: 2022 });
  for (;;) {
    let token: Token;
    try {
      token = tokens.getToken();
    } catch {
      // What is no JavaScript at all is told by the template's compiler.
      return undefined;
    }
    if (token.type === tokTypes.eof) return undefined;
    const what = REFUSED.get(token.type);
    if (what) return { what, offset: token.start };
    if ([tokTypes.bracketL, tokTypes.braceL, tokTypes.parenL].includes(token.type)) brackets.push(token.type);
    else if ([tokTypes.bracketR, tokTypes.braceR, tokTypes.parenR].includes(token.type)) brackets.pop();
    else if (token.type === tokTypes.ellipsis && brackets.at(-1) === tokTypes.bracketL) {
      return { what: '数组展开 [...a]', offset: token.start };
    }
  }
};

/** An expression, or the fields of `data=`; undefined for what is neither: the template's compiler tells of that. */
const parsed = (expression: string): { readonly tree: Expression; readonly shift: number } | undefined => {
  for (const [open, close] of [
    ['(', ')'],
    ['({', '})'],
  ] as const) {
    try {
      const tree = parseExpressionAt(`${open}${expression}${close}`, 0, { ecmaVersion: 2022 });
      return { tree, shift: open.length };
    } catch {
      continue;
    }
  }
  return undefined;
};

/** Whose `a.b.c` is: `a`; nothing of `f().b`. */
const ownerOf = (node: CallExpression['callee']): string | undefined => {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? ownerOf((node as MemberExpression).object) : undefined;
};

/** @returns a call of what is no function of a WXS module, and where in the expression */
const foreignCallIn = (
  expression: string,
  modules: ReadonlySet<string>,
): { name: string; offset: number } | undefined => {
  if (!expression.includes('(')) return undefined;
  const { tree, shift } = parsed(expression) ?? {};
  if (!tree || shift === undefined) return undefined;
  const found: { name: string; offset: number }[] = [];
  simple(tree, {
    CallExpression({ callee }) {
      const owner = ownerOf(callee);
      if (owner !== undefined && modules.has(owner)) return;
      const [start, end] = [callee.start - shift, callee.end - shift];
      found.push({ name: expression.slice(start, end), offset: start });
    },
  });
  return found.sort((a, b) => a.offset - b.offset)[0];
};

/**
 * Refuses what a phone would not show: tags that no component stands behind, and expressions outside of the subset
 * that both of WeChat's template compilers read.
 * @param components tags that the page or component declares
 * @throws BuildError
 */
export const checkWxml = (file: string, source: string, components: ReadonlySet<string>): void => {
  const scan = scanWxml(source);
  const fail = (offset: number, sentence: string): never => {
    throw new BuildError(file, positionAt(source, offset), sentence);
  };
  for (const { name, offset } of scan.tags) {
    if (KNOWN.has(name) || components.has(name)) continue;
    fail(offset, `没有组件 <${name}>：请在 usingComponents 中声明，或检查拼写`);
  }
  const escaped = scan.attributes.find(({ text }) => /\\['"]/.test(text));
  if (escaped) {
    fail(escaped.offset + escaped.text.search(/\\['"]/), '属性里不能用反斜线转义引号，请换用另一种引号');
  }
  scan.expressions.forEach(({ text, offset }: Piece) => {
    const refused = refusedIn(text);
    if (refused) fail(offset + refused.offset, `模板表达式不支持${refused.what}，请写到脚本或 WXS 里`);
    const call = foreignCallIn(text, scan.modules);
    if (call) {
      const sentence = `模板里只能调用 <wxs> 模块的函数，不能调用 ${call.name}：请在脚本里算好，或写成 WXS`;
      fail(offset + call.offset, sentence);
    }
  });
};
