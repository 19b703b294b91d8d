import { readFileSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { readAppGraph, scriptOf, type AppGraph, type Unit } from './app-graph';
import { compileAppStyle, compileComponentStyle, compilePageStyle, stylePrefix } from './styles';
import { compileTemplates } from './templates';

export interface BuildOptions {
  /** The project's root: the browser's side is read from its local/phone/runtime. */
  readonly rootDir: string;
  readonly miniprogramDir: string;
  readonly nodeModulesDir: string;
  readonly outDir: string;
}

const PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>质安监督</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="phone.css">
<link rel="stylesheet" href="sheets.css">
<link rel="stylesheet" href="panel.css">
<body>
<script src="settings.js"></script>
<script src="app.js"></script>
</body>
</html>
`;

/** vant's icon font stands in @vant/icons as text. */
const iconFont = (nodeModulesDir: string): string => {
  const source = readFileSync(path.join(nodeModulesDir, '@vant/icons/src/encode-woff2.less'), 'utf8');
  const [address] = /data:[^'")]+/.exec(source) ?? [];
  if (!address) throw new Error('@vant/icons 中没有字体');
  return `@font-face { font-family: 'vant-icon'; src: url('${address}') format('woff2'); }`;
};

const styleOf = (unit: Unit): string =>
  unit.isPage
    ? compilePageStyle(`${unit.base}.wxss`, unit.path)
    : compileComponentStyle(`${unit.base}.wxss`, unit.path);

const unitSource = (unit: Unit): string => `{
  path: ${JSON.stringify(unit.path)},
  isPage: ${String(unit.isPage)},
  prefix: ${JSON.stringify(stylePrefix(unit.path))},
  config: ${JSON.stringify(unit.config)},
  style: ${JSON.stringify(styleOf(unit))},
  run: () => require(${JSON.stringify(scriptOf(unit.base))}),
}`;

/** What the browser runs: the runtime, told of every unit; scripts run when their component is first wanted. */
const entrySource = (graph: AppGraph, options: BuildOptions): string => `
import ${JSON.stringify(path.join(options.rootDir, 'local/phone/runtime/wxs-globals.ts'))};
import { boot } from ${JSON.stringify(path.join(options.rootDir, 'local/phone/runtime/main.ts'))};
import templates from 'phone:templates';
void boot({
  config: ${JSON.stringify(graph.config)},
  pages: ${JSON.stringify(graph.pages)},
  style: ${JSON.stringify(iconFont(options.nodeModulesDir) + compileAppStyle(path.join(options.miniprogramDir, 'app.wxss')))},
  run: () => require(${JSON.stringify(scriptOf(path.join(options.miniprogramDir, 'app')))}),
  templates,
  units: [${graph.units.map(unitSource).join(',')}],
});
`;

const virtualModules = (sources: Readonly<Record<string, string>>, resolveDir: string): Plugin => ({
  name: 'virtual',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^phone:/ }, ({ path: name }) => ({ path: name, namespace: 'virtual' }));
    onLoad({ filter: /.*/, namespace: 'virtual' }, ({ path: name }) => ({
      contents: sources[name] ?? '',
      loader: 'js',
      resolveDir,
    }));
  },
});

/** Builds the unmodified mini program for the browser into `outDir`. @throws Error naming file and line */
export const buildPhone = async (options: BuildOptions): Promise<void> => {
  const graph = readAppGraph(options.miniprogramDir, options.nodeModulesDir);
  await mkdir(options.outDir, { recursive: true });
  await build({
    stdin: { contents: entrySource(graph, options), resolveDir: options.rootDir, loader: 'js' },
    outfile: path.join(options.outDir, 'app.js'),
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    sourcemap: 'linked',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      virtualModules(
        { 'phone:templates': `export default ${compileTemplates(graph.units, graph.fileOf)};` },
        options.rootDir,
      ),
    ],
  });
  await writeFile(path.join(options.outDir, 'index.html'), PAGE);
  const shellDir = path.join(options.rootDir, 'local/phone/runtime/shell');
  for (const sheet of ['phone.css', 'sheets.css', 'panel.css', 'pair.css']) {
    await cp(path.join(shellDir, sheet), path.join(options.outDir, sheet));
  }
};
