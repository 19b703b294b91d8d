import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What a file of a package asks of its neighbours, by the kind of the file. */
const REFERENCES: Readonly<Record<string, readonly RegExp[]>> = {
  '.js': [/require\(["'](\.[^"']+)["']\)/g],
  '.wxs': [/require\(["'](\.[^"']+)["']\)/g],
  '.wxml': [/<(?:wxs|import|include)[^>]*\ssrc="([^"]+)"/g],
  '.wxss': [/@import\s*(?:url\()?["']?([^"');]+)/g],
};
const PARTS = ['.js', '.json', '.wxml', '.wxss'];

const componentsOf = (file: string): string[] => {
  const { usingComponents = {} } = JSON.parse(readFileSync(file, 'utf8')) as {
    usingComponents?: Record<string, string>;
  };
  return Object.values(usingComponents);
};

const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() === true;

/** `./x` may be x, x.js, or x/index.js. */
const resolved = (from: string, reference: string): string | undefined =>
  [reference, `${reference}.js`, `${reference}/index.js`, `${reference}.wxss`, `${reference}.wxml`]
    .map((each) => path.resolve(path.dirname(from), each))
    .find(isFile);

/**
 * Every file of a package that the named components need, by following what they name.
 * @param components paths without ending, e.g. …/lib/button/index
 */
export const filesNeeded = (components: readonly string[]): Set<string> => {
  const needed = new Set<string>();
  const visitComponent = (component: string): void => {
    for (const part of PARTS) if (existsSync(component + part)) visit(component + part);
  };
  const visit = (file: string): void => {
    if (needed.has(file)) return;
    needed.add(file);
    const ending = path.extname(file);
    if (ending === '.json') {
      for (const each of componentsOf(file)) visitComponent(path.resolve(path.dirname(file), each));
      return;
    }
    const text = readFileSync(file, 'utf8');
    for (const pattern of REFERENCES[ending] ?? []) {
      for (const [, reference] of text.matchAll(pattern)) {
        const target = reference === undefined ? undefined : resolved(file, reference);
        if (target === undefined) throw new Error(`${file} 引用的 ${reference ?? ''} 不存在`);
        visit(target);
      }
    }
  };
  components.forEach(visitComponent);
  return needed;
};
