import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { context, type BuildFailure, type Message, type Plugin } from 'esbuild';
import { readAppGraph } from './app-graph';
import { BuildError } from './build-error';
import { entrySources, MAIN } from './entry';
import { checkNpmImports } from './npm-import';
import { PAGE, phoneStyle } from './page';
import { checkScript } from './script-check';

export interface BuildOptions {
  /** The project's root: the browser's side is read from its local/phone/runtime. */
  readonly rootDir: string;
  readonly miniprogramDir: string;
  readonly nodeModulesDir: string;
  readonly outDir: string;
}

/** Keeps what does not change between two builds of the same mini program. */
export interface PhoneBuilder {
  /** @throws BuildError naming file, line and what is wrong */
  readonly build: () => Promise<void>;
  readonly dispose: () => Promise<void>;
}

const virtualModules = (sources: () => Readonly<Record<string, string>>, resolveDir: string): Plugin => ({
  name: 'virtual',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^phone:/ }, ({ path: name }) => ({ path: name, namespace: 'virtual' }));
    onLoad({ filter: /.*/, namespace: 'virtual' }, ({ path: name }) => ({
      contents: sources()[name] ?? '',
      loader: 'js',
      resolveDir,
    }));
  },
});

/**
 * The mini program's own scripts call no `wx` that the phone does not have, and take of packages what WeChat has too;
 * packages may do as they like, where nobody goes.
 */
const checkedScripts = (options: BuildOptions): Plugin => ({
  name: 'checked-scripts',
  setup: ({ onLoad }) => {
    const checked = new Map<string, string>();
    onLoad({ filter: /\.[tj]s$/, namespace: 'file' }, async ({ path: file }) => {
      if (!file.startsWith(options.miniprogramDir + path.sep)) return undefined;
      const contents = await readFile(file, 'utf8');
      if (checked.get(file) !== contents) {
        checkScript(file, contents);
        checkNpmImports(file, contents, options.nodeModulesDir);
      }
      checked.set(file, contents);
      return { contents, loader: file.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
});

/** esbuild's finding as ours: the same words for every kind of file. */
const told = ({ text, location, detail }: Message, rootDir: string): Error => {
  if (detail instanceof BuildError) return detail;
  if (!location) return new Error(`脚本有误：${text}`);
  const [, missing] = /^Could not resolve "(.+)"/.exec(text) ?? [];
  return new BuildError(
    path.resolve(rootDir, location.file),
    { line: location.line, column: location.column + 1 },
    missing ? `找不到 ${missing}` : `脚本有误：${text}`,
  );
};

export const createPhoneBuilder = async (options: BuildOptions): Promise<PhoneBuilder> => {
  let sources: Readonly<Record<string, string>> = {};
  await mkdir(options.outDir, { recursive: true });
  const bundler = await context({
    absWorkingDir: options.rootDir,
    nodePaths: [options.nodeModulesDir],
    entryPoints: { app: MAIN },
    outdir: options.outDir,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    sourcemap: 'linked',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [virtualModules(() => sources, options.rootDir), checkedScripts(options)],
  });
  return {
    build: async () => {
      const graph = readAppGraph(options.miniprogramDir, options.nodeModulesDir);
      sources = entrySources(graph, options);
      try {
        await bundler.rebuild();
      } catch (error) {
        const [first] = (error as BuildFailure).errors ?? [];
        throw first ? told(first, options.rootDir) : error;
      }
      await writeFile(path.join(options.outDir, 'index.html'), PAGE);
      await writeFile(path.join(options.outDir, 'phone.css'), phoneStyle(options.rootDir));
      await copyFile(
        path.join(options.rootDir, 'local/phone/pair.css'),
        path.join(options.outDir, 'pair.css'),
      );
    },
    dispose: () => bundler.dispose(),
  };
};

/** Builds the unmodified mini program for the browser into `outDir`. @throws BuildError naming file and line */
export const buildPhone = async (options: BuildOptions): Promise<void> => {
  const builder = await createPhoneBuilder(options);
  try {
    await builder.build();
  } finally {
    await builder.dispose();
  }
};
