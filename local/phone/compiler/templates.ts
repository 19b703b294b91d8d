import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { Unit } from './app-graph';
import { compileWxs, requiredBy } from './wxs';

interface Warning {
  readonly message?: string;
  readonly startLine?: number;
  readonly startColumn?: number;
}

/** `bindtap=` and its kin, as the compiler wants them: `bind:tap=`. */
const EVENT_ATTRIBUTE = /(\s)(mut-bind|capture-bind|capture-catch|bind|catch)([a-z][\w-]*)(\s*=)/g;

/** WeChat takes this common idiom for no key; the compiler would look for a field of that name. */
const INDEX_KEY = /\swx:key="index"/g;

const normalised = (source: string): string =>
  source.replace(EVENT_ATTRIBUTE, '$1$2:$3$4').replace(INDEX_KEY, '');

/** `a/b/../c` of the framework's names: no leading slash, no dots. */
const resolved = (from: string, specifier: string): string =>
  specifier.startsWith('/')
    ? path.posix.normalize(specifier.slice(1))
    : path.posix.join(path.posix.dirname(from), specifier);

/**
 * Every template and WXS module as one JavaScript expression: path → generator.
 * @param fileOf the absolute file behind a framework name, without extension
 * @throws Error with file, line and column for what the compiler does not understand
 */
export const compileTemplates = (units: readonly Unit[], fileOf: (name: string) => string): string => {
  const group = new TmplGroup();
  const templates = new Set<string>();
  const scripts = new Set<string>();

  const addScript = (name: string): void => {
    if (scripts.has(name)) return;
    scripts.add(name);
    const source = readFileSync(`${fileOf(name)}.wxs`, 'utf8');
    group.addScript(name, compileWxs(source));
    for (const specifier of requiredBy(source)) addScript(resolved(name, specifier).replace(/\.wxs$/, ''));
  };

  const addTemplate = (name: string, file: string): void => {
    if (templates.has(name)) return;
    templates.add(name);
    const warnings = group.addTmpl(name, normalised(readFileSync(file, 'utf8'))) as readonly Warning[];
    const [first] = warnings;
    if (first) {
      throw new Error(
        `${file}:${(first.startLine ?? 0) + 1}:${(first.startColumn ?? 0) + 1} ${first.message ?? '模板有误'}`,
      );
    }
    for (const module of group.getInlineScriptModuleNames(name) as string[]) {
      group.setInlineScript(name, module, compileWxs(group.getInlineScript(name, module)));
    }
    for (const child of group.getDirectDependencies(name) as string[])
      addTemplate(child, `${fileOf(child)}.wxml`);
    for (const script of group.getScriptDependencies(name) as string[]) addScript(script);
  };

  try {
    for (const unit of units) addTemplate(unit.path, `${unit.base}.wxml`);
    return group.getTmplGenObjectGroups();
  } finally {
    group.free();
  }
};
