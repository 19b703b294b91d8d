import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import postcss, { type AtRule, type Root, type Rule } from 'postcss';
import selectorParser from 'postcss-selector-parser';

/** Names of a component's classes in the browser: derived from its path, so that tests can rely on them. */
export const stylePrefix = (unitPath: string): string => unitPath.replace(/[^a-zA-Z0-9]+/g, '-');

const inlined = (file: string): Root => {
  const root = postcss.parse(readFileSync(file, 'utf8'), { from: file });
  root.walkAtRules('import', (rule) => {
    const [, specifier] = /^['"]?(?:url\()?['"]?([^'")]+)/.exec(rule.params) ?? [];
    if (specifier === undefined) throw rule.error('看不懂的 @import');
    const imported = path.join(path.dirname(file), specifier);
    if (!existsSync(imported)) throw rule.error(`找不到 ${specifier}`);
    rule.replaceWith(inlined(imported));
  });
  return root;
};

const isInKeyframes = (rule: Rule): boolean =>
  rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name);

const mapSelectors = (root: Root, transform: (selectors: selectorParser.Root) => void): void => {
  root.walkRules((rule) => {
    if (!isInKeyframes(rule)) rule.selector = selectorParser(transform).processSync(rule.selector);
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

/** Fonts come from this machine: vant's comes from a CDN. */
const dropRemoteFonts = (root: Root): void => {
  root.walkAtRules('font-face', (rule) => {
    if (/\/\/at\.alicdn\.com/.test(rule.toString())) rule.remove();
  });
};

const compiled = (file: string, transform: (selectors: selectorParser.Root) => void): string => {
  if (!existsSync(file)) return '';
  const root = inlined(file);
  dropRemoteFonts(root);
  mapSelectors(root, transform);
  useContainerUnits(root);
  return root.toString();
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
