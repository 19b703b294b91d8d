import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A page or component of the mini program: four files of one name. */
export interface Unit {
  /** As the framework names it: pages/home/home, miniprogram_npm/@vant/weapp/button/index. */
  readonly path: string;
  /** Absolute, without extension. */
  readonly base: string;
  readonly isPage: boolean;
  readonly config: UnitConfig;
}

export interface UnitConfig {
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

export interface AppConfig extends UnitConfig {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

export interface AppGraph {
  readonly config: AppConfig;
  readonly pages: readonly string[];
  readonly units: readonly Unit[];
  /** The absolute file, without extension, behind a framework name. */
  readonly fileOf: (name: string) => string;
}

const readJson = (file: string): Record<string, unknown> =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};

const isUnit = (base: string): boolean => existsSync(`${base}.wxml`);

/** The folder that npm 构建 would copy: the package's "miniprogram" or miniprogram_dist. */
const packageFolder = (nodeModulesDir: string, name: string): string => {
  const { miniprogram } = readJson(path.join(nodeModulesDir, name, 'package.json'));
  return path.join(nodeModulesDir, name, typeof miniprogram === 'string' ? miniprogram : 'miniprogram_dist');
};

/** Walks from app.json through every usingComponents. @throws Error naming what is missing and who wants it */
export const readAppGraph = (miniprogramDir: string, nodeModulesDir: string): AppGraph => {
  const config = readJson(path.join(miniprogramDir, 'app.json')) as unknown as AppConfig;
  const pages = [
    ...config.pages,
    ...(config.subPackages ?? []).flatMap(({ root, pages: inner }) => inner.map((page) => `${root}/${page}`)),
  ];
  const units = new Map<string, Unit>();

  const fileOf = (name: string): string => {
    const [, npmName, rest] = /^miniprogram_npm\/(@[^/]+\/[^/]+|[^/]+)\/(.+)$/.exec(name) ?? [];
    if (npmName === undefined || rest === undefined) return path.join(miniprogramDir, name);
    return path.join(packageFolder(nodeModulesDir, npmName), rest);
  };

  const npmUnit = (specifier: string): { path: string; base: string } | undefined => {
    const name = `miniprogram_npm/${specifier}`;
    return isUnit(fileOf(name)) ? { path: name, base: fileOf(name) } : undefined;
  };

  const locate = (
    specifier: string,
    from: { path: string; base: string },
  ): { path: string; base: string } => {
    if (specifier.startsWith('/')) {
      return { path: specifier.slice(1), base: path.join(miniprogramDir, specifier) };
    }
    const relative = {
      path: path.posix.join(path.posix.dirname(from.path), specifier),
      base: path.join(path.dirname(from.base), specifier),
    };
    if (isUnit(relative.base)) return relative;
    const found = npmUnit(specifier);
    if (!found) throw new Error(`${from.path}.json: 找不到组件 ${specifier}`);
    return found;
  };

  const visit = (unitPath: string, base: string, isPage: boolean): void => {
    if (units.has(unitPath)) return;
    if (!isUnit(base)) throw new Error(`找不到 ${unitPath}.wxml`);
    const json = readJson(`${base}.json`) as UnitConfig;
    const children = Object.entries(json.usingComponents ?? {}).map(
      ([tag, specifier]) => [tag, locate(specifier, { path: unitPath, base })] as const,
    );
    units.set(unitPath, {
      path: unitPath,
      base,
      isPage,
      config: {
        ...json,
        usingComponents: Object.fromEntries(children.map(([tag, child]) => [tag, `/${child.path}`])),
      },
    });
    for (const [, child] of children) visit(child.path, child.base, false);
  };

  for (const page of pages) visit(page, path.join(miniprogramDir, page), true);
  return { config, pages, units: [...units.values()], fileOf };
};

/** The unit's script: TypeScript of ours, JavaScript of packages. */
export const scriptOf = (base: string): string => (existsSync(`${base}.ts`) ? `${base}.ts` : `${base}.js`);
