import type { AtRule, Root, Rule } from 'postcss';
import selectorParser from 'postcss-selector-parser';

/** Rules with @ that WXSS has, and whether something is written behind the name. */
const AT_RULES: ReadonlyMap<string, boolean> = new Map([
  ['charset', true],
  ['font-face', false],
  ['import', true],
  ['keyframes', true],
  ['-webkit-keyframes', true],
  ['media', true],
  ['supports', true],
]);

/** A name of CSS: no digit and no dash with a digit in front; anything behind a backslash. */
const NAME = /^(?:--|-?(?:[a-zA-Z_\u0080-\uffff]|\\.))(?:[\w\u0080-\uffff-]|\\.)*$/;
const PROPERTY = /^(?:--[\w-]+|-?[a-zA-Z][\w-]*)$/;
const STEP = /^(?:from|to|\d+(?:\.\d+)?%)$/;

export const isInKeyframes = (rule: Rule): boolean =>
  rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name);

/** What is wrong with one step of a selector; nothing of a right one. */
const wrongIn = (node: selectorParser.Node): string | undefined => {
  switch (node.type) {
    case 'universal':
      return 'WXSS 没有通配符 *：请写明标签或类';
    case 'nesting':
      return 'WXSS 没有嵌套：请把选择器写全';
    case 'class':
    case 'id':
      return NAME.test(node.toString().trim().slice(1)) ? undefined : '名字写法不对';
    case 'tag':
      return NAME.test(node.toString().trim()) ? undefined : '名字写法不对';
    case 'attribute':
      if (!node.attribute || !NAME.test(node.attribute)) return '方括号里要有属性名';
      return node.operator && !node.value ? '等号后面缺少值' : undefined;
    default:
      return undefined;
  }
};

/** `:not(…)` and its kin; what :nth-child() holds is a number. */
const holdsSelectors = (node: selectorParser.Node): node is selectorParser.Pseudo =>
  node.type === 'pseudo' && /^:(?:not|is|where|has)$/.test(node.value);

const wrongAmong = (selectors: Readonly<{ nodes: selectorParser.Selector[] }>): string | undefined => {
  for (const selector of selectors.nodes) {
    const nodes = selector.nodes.filter(({ type }) => type !== 'comment');
    if (nodes.length === 0) return '逗号之间缺少一项';
    for (const [at, node] of nodes.entries()) {
      const isCombinator = node.type === 'combinator';
      if (isCombinator && (at === 0 || at === nodes.length - 1 || nodes[at - 1]?.type === 'combinator'))
        return `${node.toString().trim()} 的一边缺少一项`;
      const wrong = holdsSelectors(node) ? wrongAmong(node) : wrongIn(node);
      if (wrong) return wrong;
    }
  }
  return undefined;
};

const wrongSelector = (selector: string): string | undefined => {
  if (/^\s*,|,\s*$/.test(selector)) return '逗号的一边缺少一项';
  return wrongAmong(selectorParser().astSync(selector));
};

const checkRule = (rule: Rule): void => {
  const { selector, parent } = rule;
  if (selector.trim() === '') throw rule.error('花括号前缺少选择器');
  if (isInKeyframes(rule)) {
    if (rule.selectors.every((step) => STEP.test(step))) return;
    throw rule.error(`关键帧 ${selector} 写法不对：请写 from、to 或百分数`);
  }
  if (parent?.type === 'rule') throw rule.error('WXSS 没有嵌套：请把选择器写全');
  let wrong: string | undefined;
  try {
    wrong = wrongSelector(selector);
  } catch {
    throw rule.error(`选择器 ${selector} 写法不对`);
  }
  if (wrong) throw rule.error(`选择器 ${selector} 写法不对，${wrong}`);
};

/**
 * Refuses what WeChat's compiler of WXSS refuses and a browser would pass over.
 * @throws CssSyntaxError with a sentence
 */
export const checkSheet = (root: Root): void => {
  root.walkAtRules((rule) => {
    const wantsMore = AT_RULES.get(rule.name);
    if (wantsMore === undefined) throw rule.error(`WXSS 没有 @${rule.name}，请检查拼写`);
    if (wantsMore && rule.params.trim() === '') throw rule.error(`@${rule.name} 没有写完`);
  });
  root.walkRules(checkRule);
  root.walkDecls((declaration) => {
    const { prop, value } = declaration;
    if (!PROPERTY.test(prop)) throw declaration.error(`属性名 ${prop} 写法不对`);
    if (value.trim() === '' && !prop.startsWith('--')) throw declaration.error(`${prop} 没有值`);
    if (declaration.parent?.type === 'root') throw declaration.error(`${prop} 不在花括号里`);
  });
};
