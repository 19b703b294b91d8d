import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkNpmImports, packagesIn } from '../../local/phone/compiler/npm-import';
import { faultsOfContent, pictureBytesIn, type PackedText } from './content';
import { minifiedBytes } from './minified';
import { filesNeeded } from './npm-files';

/** Ours, below WeChat's 2 MB a package and 200 KB of pictures and sound. */
const MOST_MAIN = 600 * 1024;
const MOST_SUBPACKAGE = 500 * 1024;
const MOST_IMAGES = 200 * 1024;
const IMAGE = /\.(png|jpe?g|gif|svg|webp|bmp|ico|mp3|wav|aac|m4a)$/i;
/** What DevTools does not upload: see packOptions of project.config.json. */
const NOT_PACKED = /(^|\/)tsconfig\.json$|\.md$|\.d\.ts$|(^|\/)miniprogram_npm\//;

const root = process.cwd();
const miniprogram = path.join(root, 'miniprogram');

interface Package {
  readonly name: string;
  readonly files: readonly string[];
  readonly most: number;
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !NOT_PACKED.test(path.relative(miniprogram, file)));

/** Names of the npm components that the program's JSON files use: `@vant/weapp/button/index`. */
const npmComponents = (files: readonly string[]): Set<string> => {
  const used = new Set<string>();
  for (const file of files.filter((each) => each.endsWith('.json'))) {
    const { usingComponents = {} } = readJson<{ usingComponents?: Record<string, string> }>(file);
    for (const name of Object.values(usingComponents)) if (name.startsWith('@')) used.add(name);
  }
  return used;
};

/** Where the files of a package of npm stand, and what of it is packed. */
const npmRoot = (name: string): { readonly folder: string; readonly isCopied: boolean } => {
  const folder = path.join(root, 'node_modules', name);
  const { miniprogram: copied } = readJson<{ miniprogram?: string }>(path.join(folder, 'package.json'));
  return { folder: path.join(folder, copied ?? ''), isCopied: copied !== undefined };
};

const mainScriptOf = (folder: string): string => {
  const { main = 'index.js' } = readJson<{ main?: string }>(path.join(folder, 'package.json'));
  return path.join(folder, main);
};

const splitPackageName = (component: string): { name: string; inside: string } => {
  const [scope = '', name = '', ...inside] = component.split('/');
  return { name: `${scope}/${name}`, inside: inside.join('/') };
};

/** Folders of a copied package that nothing needs: project.config.json keeps them out of the upload. */
const unusedFolders = (folder: string, needed: ReadonlySet<string>): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => ![...needed].some((file) => file.startsWith(path.join(folder, name) + path.sep)));

interface NpmParts {
  readonly files: ReadonlySet<string>;
  /** Relative to the mini program's root, as packOptions names them. */
  readonly unused: readonly string[];
}

const npmParts = (names: readonly string[], used: ReadonlySet<string>): NpmParts => {
  const files = new Set<string>();
  const unused: string[] = [];
  for (const name of names) {
    const { folder, isCopied } = npmRoot(name);
    if (!isCopied) {
      files.add(mainScriptOf(folder));
      continue;
    }
    const needed = filesNeeded(
      [...used]
        .map(splitPackageName)
        .filter((each) => each.name === name)
        .map(({ inside }) => path.join(folder, inside)),
    );
    for (const file of needed) files.add(file);
    unused.push(...unusedFolders(folder, needed).map((each) => `miniprogram_npm/${name}/${each}`));
  }
  return { files, unused };
};

interface ProjectConfig {
  readonly packOptions: { ignore: { type: string; value: string }[] };
}

/** The upload leaves out just what is unused. @param isMended writes the list instead of only saying what is wrong */
const faultsOfIgnored = (unused: readonly string[], isMended: boolean): string[] => {
  const file = path.join(root, 'project.config.json');
  const config = readJson<ProjectConfig>(file);
  const { ignore } = config.packOptions;
  const present = ignore.map(({ value }) => value).filter((value) => value.startsWith('miniprogram_npm/'));
  const missing = unused.filter((each) => !present.includes(each));
  const wrong = present.filter((each) => !unused.includes(each));
  if (missing.length === 0 && wrong.length === 0) return [];
  if (isMended) {
    config.packOptions.ignore = [
      ...ignore.filter(({ value }) => !value.startsWith('miniprogram_npm/')),
      ...unused.map((value) => ({ type: 'folder', value })),
    ];
    writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`);
    return [];
  }
  return [
    `project.config.json 的 packOptions.ignore 与实际使用的 npm 部分不符，请执行 npm run audit:packages -- --write`,
    ...missing.map((each) => `  缺少 ${each}`),
    ...wrong.map((each) => `  多出 ${each}`),
  ];
};

/** What the scripts take of npm packages that WeChat would not have: 构建 npm reads `dependencies` alone. */
const npmFaults = (texts: readonly PackedText[], dependencies: readonly string[]): string[] =>
  texts
    .filter(({ file }) => /\.[jt]s$/.test(file))
    .flatMap(({ file, text }) => {
      try {
        checkNpmImports(file, text, path.join(root, 'node_modules'));
      } catch (error) {
        return [(error as Error).message];
      }
      return packagesIn(text)
        .filter((name) => !dependencies.includes(name))
        .map((name) => `${file} 引用的 ${name} 不在 package.json 的 dependencies 里：“构建 npm”不会打包`);
    });

const main = async (): Promise<boolean> => {
  const { subpackages = [] } = readJson<{ subpackages?: { root: string }[] }>(
    path.join(miniprogram, 'app.json'),
  );
  const { dependencies } = readJson<{ dependencies: Record<string, string> }>(
    path.join(root, 'package.json'),
  );
  const all = filesUnder(miniprogram);
  const inRoot = (file: string, folder: string): boolean =>
    file.startsWith(path.join(miniprogram, folder) + path.sep);
  const { files: npm, unused } = npmParts(Object.keys(dependencies), npmComponents(all));
  const faults = faultsOfIgnored(unused, process.argv.includes('--write'));

  const packages: Package[] = [
    {
      name: '主包',
      files: [...all.filter((file) => !subpackages.some(({ root: own }) => inRoot(file, own))), ...npm],
      most: MOST_MAIN,
    },
    ...subpackages.map(({ root: own }) => ({
      name: `分包 ${own}`,
      files: all.filter((file) => inRoot(file, own)),
      most: MOST_SUBPACKAGE,
    })),
  ];
  const report = (name: string, bytes: number, most: number): void => {
    const isFit = bytes <= most;
    console.log(`${isFit ? '✓' : '✗'} ${name}  ${(bytes / 1024).toFixed(0)} KB（≤ ${most / 1024} KB）`);
    if (!isFit) faults.push(`${name}超出 ${most / 1024} KB`);
  };
  for (const { name, files, most } of packages) {
    const sizes = await Promise.all(files.map(minifiedBytes));
    report(
      name,
      sizes.reduce((sum, size) => sum + size, 0),
      most,
    );
  }
  const texts = all
    .filter((file) => !IMAGE.test(file))
    .map((file) => ({ file: path.relative(root, file), text: readFileSync(file, 'utf8') }));
  const images = await Promise.all(all.filter((file) => IMAGE.test(file)).map(minifiedBytes));
  report(
    '图片与声音',
    [...images, ...texts.map(({ text }) => pictureBytesIn(text))].reduce((sum, size) => sum + size, 0),
    MOST_IMAGES,
  );
  const { entries } = readJson<{ entries: { id: string; text: string }[] }>(
    path.join(root, 'data/catalogue.json'),
  );
  faults.push(...faultsOfContent(texts, entries));
  faults.push(...npmFaults(texts, Object.keys(dependencies)));
  for (const fault of faults) console.error(fault);
  return faults.length === 0;
};

main().then(
  (isGood) => process.exit(isGood ? 0 : 1),
  (error: unknown) => {
    console.error((error as Error).message);
    process.exit(1);
  },
);
