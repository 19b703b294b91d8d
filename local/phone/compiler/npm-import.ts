import { existsSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { BuildError, positionAt } from './build-error';
import { readJson } from './json-file';

/** `@vant/weapp/toast/toast`: the package `@vant/weapp`, inside it `toast/toast`. */
const partsOf = (specifier: string): { readonly name: string; readonly inside: string } => {
  const [, name = specifier, inside = ''] = /^(@[^/]+\/[^/]+|[^/]+)(?:\/(.+))?$/.exec(specifier) ?? [];
  return { name, inside };
};

const importsOf = (source: string): readonly ts.FileReference[] =>
  ts
    .preProcessFile(source, true, true)
    .importedFiles.filter(({ fileName }) => !fileName.startsWith('.') && !fileName.startsWith('/'));

/** The npm packages that a script names. */
export const packagesIn = (source: string): string[] =>
  importsOf(source).map(({ fileName }) => partsOf(fileName).name);

/** Whether 构建 npm copies a folder of the package as it is: only of that can one name a file. */
const isCopied = (folder: string): boolean =>
  existsSync(path.join(folder, 'miniprogram_dist')) ||
  typeof readJson(path.join(folder, 'package.json'))['miniprogram'] === 'string';

/** What WeChat would not find of a package that the computer finds; undefined where it finds it too. */
const faultOf = (specifier: string, nodeModulesDir: string): string | undefined => {
  const { name, inside } = partsOf(specifier);
  const folder = path.join(nodeModulesDir, name);
  if (!existsSync(path.join(folder, 'package.json'))) return `没有安装 ${name}`;
  if (isCopied(folder)) return undefined;
  if (inside !== '') {
    return `微信找不到 ${specifier}：“构建 npm”只打包 ${name} 的入口文件（package.json 的 main）；请只引用 ${name}，或自己写`;
  }
  const { main = 'index.js' } = readJson(path.join(folder, 'package.json'));
  const entry = path.join(folder, String(main));
  return [entry, `${entry}.js`, path.join(entry, 'index.js')].some(existsSync)
    ? undefined
    : `微信找不到 ${name} 的入口文件（package.json 的 main）`;
};

/**
 * Refuses what a script takes of npm packages and WeChat would not have: 构建 npm makes one file of a package, from
 * its main, unless the package brings a folder of its own for mini programs (开发者工具文档 · npm 支持; the answer of
 * WeChat's staff, developers.weixin.qq.com/community/develop/doc/00088c839444586133da92e4f5d000).
 * @throws BuildError
 */
export const checkNpmImports = (file: string, source: string, nodeModulesDir: string): void => {
  for (const { fileName, pos } of importsOf(source)) {
    const fault = faultOf(fileName, nodeModulesDir);
    if (fault !== undefined) throw new BuildError(file, positionAt(source, pos), fault);
  }
};
