import { readThemeVariables } from './theme-variables';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { scriptOf, type AppGraph, type Unit } from './app-graph';
import type { BuildOptions } from './bundle';
import { compileAppStyle, compileComponentStyle, compilePageStyle, stylePrefix } from './styles';
import { compileTemplates } from './templates';

/** Names of the modules made here; the main package's root is empty. */
export const MAIN = 'phone:main';
export const packageModule = (root: string): string => `phone:package:${root}`;
const templatesModule = (root: string): string => `phone:templates:${root}`;

/** vant's icon font stands in @vant/icons as text. */
const iconFont = (nodeModulesDir: string): string => {
  const source = readFileSync(path.join(nodeModulesDir, '@vant/icons/src/encode-woff2.less'), 'utf8');
  const [address] = /data:[^'")]+/.exec(source) ?? [];
  if (!address) throw new Error('@vant/icons 中没有字体');
  return `@font-face { font-family: 'vant-icon'; src: url('${address}') format('woff2'); }`;
};

/** Sheets of packages: they do not change while the phone runs. */
const packaged = new Map<string, string>();

const styleOf = (unit: Unit): string => {
  const file = `${unit.base}.wxss`;
  if (unit.isPage) return compilePageStyle(file, unit.path);
  const style = packaged.get(file) ?? compileComponentStyle(file, unit.path);
  if (unit.path.startsWith('miniprogram_npm/')) packaged.set(file, style);
  return style;
};

const unitSource = (unit: Unit): string => `{
  path: ${JSON.stringify(unit.path)},
  isPage: ${String(unit.isPage)},
  prefix: ${JSON.stringify(stylePrefix(unit.path))},
  config: ${JSON.stringify(unit.config)},
  style: ${JSON.stringify(styleOf(unit))},
  run: () => require(${JSON.stringify(scriptOf(unit.base))}),
}`;

const packageSource = (root: string, units: readonly Unit[]): string => `
import templates from ${JSON.stringify(templatesModule(root))};
export default { templates, units: [${units.map(unitSource).join(',')}] };
`;

/** What the browser runs: the runtime, told of the main package; a subpackage comes when its first page is wanted. */
const mainSource = (graph: AppGraph, options: BuildOptions): string => `
import ${JSON.stringify(path.join(options.rootDir, 'local/phone/runtime/wxs-globals.ts'))};
import { boot } from ${JSON.stringify(path.join(options.rootDir, 'local/phone/runtime/main.ts'))};
import main from ${JSON.stringify(packageModule(''))};
void boot({
  config: ${JSON.stringify(graph.config)},
  theme: ${JSON.stringify(readThemeVariables(graph, options.miniprogramDir))},
  pages: ${JSON.stringify(graph.pages)},
  style: ${JSON.stringify(iconFont(options.nodeModulesDir) + compileAppStyle(path.join(options.miniprogramDir, 'app.wxss')))},
  run: () => require(${JSON.stringify(scriptOf(path.join(options.miniprogramDir, 'app')))}),
  main,
  subpackages: [${graph.subpackages
    .map(
      ({ root, name }) => `{
        root: ${JSON.stringify(root)},
        name: ${JSON.stringify(name ?? '')},
        load: async () => (await import(${JSON.stringify(packageModule(root))})).default,
      }`,
    )
    .join(',')}],
});
`;

/** Every module that is not a file: the entry, and each package with its templates. @throws BuildError */
export const entrySources = (graph: AppGraph, options: BuildOptions): Readonly<Record<string, string>> => {
  const sources: Record<string, string> = { [MAIN]: mainSource(graph, options) };
  for (const root of ['', ...graph.subpackages.map((subpackage) => subpackage.root)]) {
    const units = graph.units.filter((unit) => unit.root === root);
    sources[packageModule(root)] = packageSource(root, units);
    sources[templatesModule(root)] = `export default ${compileTemplates(units, graph.fileOf)};`;
  }
  return sources;
};
