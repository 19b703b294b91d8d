import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import postcss, { CssSyntaxError, type Root } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { BuildError, START } from './build-error';
import { circleOf } from './circle';
import { checkSheet, isInKeyframes } from './wxss-check';

/** Names of a component's classes in the browser: derived from its path, so that tests can rely on them. */
export const stylePrefix = (unitPath: string): string => unitPath.replace(/[^a-zA-Z0-9]+/g, '-');

const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^Unclosed block/, '花括号没有结束'],
  [/^Unexpected }/, '多了一个 }'],
  [/^Unclosed (string|quote)/, '引号没有结束'],
  [/^Unclosed comment/, '注释没有结束'],
  [/^Unclosed bracket/, '括号没有结束'],
  [/^Unknown word/, '看不懂的写法'],
  [/^Missed semicolon/, '缺少分号'],
  [/^Double colon/, '多了一个冒号'],
];

/** postcss tells where and what in English. */
const told = (file: string, error: unknown): Error => {
  if (!(error instanceof CssSyntaxError)) return error as Error;
  const { reason, line = START.line, column = START.column } = error;
  const [, sentence] = SENTENCES.find(([pattern]) => pattern.test(reason)) ?? [];
  return new BuildError(error.file ?? file, { line, column }, `样式有误：${sentence ?? reason}`);
};

/** @param outer the sheets that are being read around this one: none of them can be imported again */
const inlined = (file: string, outer: readonly string[] = []): Root => {
  const root = postcss.parse(readFileSync(file, 'utf8'), { from: file });
  const open = [...outer, file];
  root.walkAtRules('import', (rule) => {
    const [, specifier] = /^['"]?(?:url\()?['"]?([^'")]+)/.exec(rule.params) ?? [];
    if (specifier === undefined) throw rule.error('看不懂的 @import');
    const imported = path.join(path.dirname(file), specifier);
    if (!existsSync(imported)) throw rule.error(`找不到 ${specifier}`);
    const circle = circleOf(open, imported, '@import');
    if (circle) throw rule.error(circle);
    rule.replaceWith(inlined(imported, open));
  });
  return root;
};

const mapSelectors = (root: Root, transform: (selectors: selectorParser.Root) => void): void => {
  root.walkRules((rule) => {
    if (isInKeyframes(rule)) return;
    rule.selector = selectorParser(transform).processSync(rule.selector);
  });
};

const renameTags = (selectors: selectorParser.Root): void => {
  selectors.walkTags((tag) => {
    tag.value = `wx-${tag.value}`;
  });
};

const prefixClasses = (selectors: selectorParser.Root, prefix: string): void => {
  selectors.walkClasses((item) => {
    item.value = `${prefix}--${item.value}`;
  });
  selectors.walkPseudos((pseudo) => {
    if (pseudo.value === ':host') {
      pseudo.replaceWith(selectorParser.string({ value: `[wx-host="${prefix}"]` }));
    }
  });
};

/** Viewport units belong to the phone's screen, which is a container here. */
const useContainerUnits = (root: Root): void => {
  root.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(/(-?[\d.]+)v([hw])\b/g, '$1cq$2');
  });
};

/** The browser's window has no notch: the phone says how much of its screen is not safe. */
const useOwnSafeArea = (root: Root): void => {
  root.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(
      /\b(?:env|constant)\(\s*safe-area-inset-(top|right|bottom|left)\s*(?:,[^()]*)?\)/g,
      'var(--phone-safe-$1, 0px)',
    );
  });
};

/** Fonts come from this machine: vant's comes from a CDN. */
const dropRemoteFonts = (root: Root): void => {
  root.walkAtRules('font-face', (rule) => {
    if (/\/\/at\.alicdn\.com/.test(rule.toString())) rule.remove();
  });
};

const compiled = (file: string, transform: (selectors: selectorParser.Root) => void): string => {
  if (!existsSync(file)) return '';
  try {
    const root = inlined(file);
    checkSheet(root);
    dropRemoteFonts(root);
    mapSelectors(root, transform);
    useContainerUnits(root);
    useOwnSafeArea(root);
    return root.toString();
  } catch (error) {
    throw told(file, error);
  }
};

export const compileAppStyle = (file: string): string => compiled(file, renameTags);

/** A page's own sheet reaches its own elements only. */
export const compilePageStyle = (file: string, pagePath: string): string => {
  const css = compiled(file, renameTags);
  return css && `@scope (wx-page[is="${pagePath}"]) {\n${css}\n}`;
};

export const compileComponentStyle = (file: string, unitPath: string): string =>
  compiled(file, (selectors) => {
    renameTags(selectors);
    prefixClasses(selectors, stylePrefix(unitPath));
  });
