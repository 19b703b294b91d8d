import { tokenizer, tokTypes, type Token } from 'acorn';
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
  });
};
