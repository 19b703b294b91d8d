import { existsSync } from 'node:fs';
import path from 'node:path';
import { BuildError, positionIn, START } from './build-error';
import { checkApp, pagesOf } from './app-check';
import { checkAppConfig, checkUnitConfig } from './config-check';
import { positionOfJson, readJson } from './json-file';

/** A page or component of the mini program: four files of one name. */
export interface Unit {
  /** As the framework names it: pages/home/home, miniprogram_npm/@vant/weapp/button/index. */
  readonly path: string;
  /** Absolute, without extension. */
  readonly base: string;
  readonly isPage: boolean;
  /** The root of the subpackage it is in; nothing for the main package. */
  readonly root: string;
  readonly config: UnitConfig;
}

export interface UnitConfig {
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly componentGenerics?: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

export interface Subpackage {
  readonly root: string;
  readonly name?: string;
  readonly pages: readonly string[];
}

export interface AppConfig extends UnitConfig {
  readonly pages: readonly string[];
  readonly subPackages?: readonly Subpackage[];
  readonly subpackages?: readonly Subpackage[];
}

export interface AppGraph {
  readonly config: AppConfig;
  readonly pages: readonly string[];
  readonly subpackages: readonly Subpackage[];
  readonly units: readonly Unit[];
  /** The absolute file, without extension, behind a framework name. */
  readonly fileOf: (name: string) => string;
}

interface Place {
  readonly path: string;
  readonly base: string;
}

const isUnit = (base: string): boolean => existsSync(`${base}.wxml`);

/** The folder that npm 构建 would copy: the package's "miniprogram" or miniprogram_dist. */
const packageFolder = (nodeModulesDir: string, name: string): string => {
  const { miniprogram } = readJson(path.join(nodeModulesDir, name, 'package.json'));
  return path.join(nodeModulesDir, name, typeof miniprogram === 'string' ? miniprogram : 'miniprogram_dist');
};

/** The unit's script: TypeScript of ours, JavaScript of packages. */
export const scriptOf = (base: string): string => (existsSync(`${base}.ts`) ? `${base}.ts` : `${base}.js`);

/** The component that stands for an abstract node when nobody names one (docs, 抽象节点). */
const defaultOf = (generic: unknown): string | undefined => {
  const named = typeof generic === 'object' && generic !== null && 'default' in generic;
  return named && typeof generic.default === 'string' ? generic.default : undefined;
};

/** Walks from app.json through every usingComponents. @throws BuildError naming what is missing and who wants it */
export const readAppGraph = (miniprogramDir: string, nodeModulesDir: string): AppGraph => {
  const appFile = path.join(miniprogramDir, 'app.json');
  if (!existsSync(appFile)) throw new BuildError(appFile, START, '找不到 app.json');
  const given = readJson(appFile);
  checkAppConfig(appFile, given);
  const config = given as unknown as AppConfig;
  if (given['pages'] === undefined || config.pages.length === 0) {
    throw new BuildError(appFile, START, '没有页面：pages 至少要有一个');
  }
  const subpackages = config.subPackages ?? config.subpackages ?? [];
  checkApp(appFile, config, subpackages);
  if (!existsSync(scriptOf(path.join(miniprogramDir, 'app')))) {
    throw new BuildError(appFile, START, '缺少小程序的脚本：请在 app.json 旁边写 app.ts 或 app.js');
  }
  const pages = [...config.pages, ...subpackages.flatMap(pagesOf)];
  const units = new Map<string, Unit>();
  const rootOf = (unitPath: string): string =>
    subpackages.find(({ root }) => unitPath.startsWith(`${root.replace(/\/$/, '')}/`))?.root ?? '';

  const fileOf = (name: string): string => {
    const [, npmName, rest] = /^miniprogram_npm\/(@[^/]+\/[^/]+|[^/]+)\/(.+)$/.exec(name) ?? [];
    if (npmName === undefined || rest === undefined) return path.join(miniprogramDir, name);
    return path.join(packageFolder(nodeModulesDir, npmName), rest);
  };

  const locate = (specifier: string, from: Place): Place => {
    const npmName = `miniprogram_npm/${specifier}`;
    const places: readonly Place[] = specifier.startsWith('/')
      ? [{ path: specifier.slice(1), base: path.join(miniprogramDir, specifier) }]
      : [
          {
            path: path.posix.join(path.posix.dirname(from.path), specifier),
            base: path.join(path.dirname(from.base), specifier),
          },
          { path: npmName, base: fileOf(npmName) },
        ];
    const found = places.find(({ base }) => isUnit(base));
    if (found) return found;
    const file = `${from.base}.json`;
    throw new BuildError(file, positionIn(file, `"${specifier}"`), `找不到组件 ${specifier}`);
  };

  /** @param from where the tag is declared: the unit, or app.json for all units @param place where in its JSON */
  const checkChild = (unit: Place, from: Place, place: readonly string[], child: Place): void => {
    const file = `${from.base}.json`;
    const tag = place[1] ?? '';
    if (readJson(`${child.base}.json`)['component'] !== true) {
      const position = positionOfJson(file, place);
      const sentence = `${tag} 用的 ${child.path} 不是组件：请在 ${child.path}.json 里写上 "component": true`;
      throw new BuildError(file, position, sentence);
    }
    const [own, other] = [rootOf(unit.path), rootOf(child.path)];
    if (other === '' || other === own) return;
    throw new BuildError(file, positionIn(file, `"${tag}"`), `不能引用分包 ${other} 里的组件 ${tag}`);
  };

  const visit = ({ path: unitPath, base }: Place, isPage: boolean): void => {
    if (units.has(unitPath)) return;
    const script = scriptOf(base);
    if (!existsSync(script)) {
      throw new BuildError(`${base}.wxml`, START, `缺少脚本 ${path.basename(base)}.ts 或 .js`);
    }
    const json = readJson(`${base}.json`) as UnitConfig;
    checkUnitConfig(`${base}.json`, json);
    const children = Object.entries({ ...config.usingComponents, ...json.usingComponents }).map(
      ([tag, specifier]) => {
        const from = json.usingComponents?.[tag]
          ? { path: unitPath, base }
          : { path: 'app', base: path.join(miniprogramDir, 'app') };
        const child = locate(specifier, from);
        checkChild({ path: unitPath, base }, from, ['usingComponents', tag], child);
        return [tag, child] as const;
      },
    );
    const defaults = Object.entries(json.componentGenerics ?? {}).flatMap(([tag, generic]) => {
      const specifier = defaultOf(generic);
      if (specifier === undefined) return [];
      const own = { path: unitPath, base };
      const child = locate(specifier, own);
      checkChild(own, own, ['componentGenerics', tag, 'default'], child);
      return [[tag, child] as const];
    });
    units.set(unitPath, {
      path: unitPath,
      base,
      isPage,
      root: rootOf(unitPath),
      config: {
        ...json,
        usingComponents: Object.fromEntries(children.map(([tag, child]) => [tag, `/${child.path}`])),
        componentGenerics: {
          ...json.componentGenerics,
          ...Object.fromEntries(defaults.map(([tag, child]) => [tag, { default: `/${child.path}` }])),
        },
      },
    });
    for (const [, child] of [...children, ...defaults]) visit(child, false);
  };

  for (const page of pages) {
    const base = path.join(miniprogramDir, page);
    if (!isUnit(base)) {
      // A subpackage's page is written without its root.
      const root = rootOf(page).replace(/\/$/, '');
      const position = positionIn(appFile, `"${root ? page.slice(root.length + 1) : page}"`);
      throw new BuildError(appFile, position, `找不到页面 ${page}（缺少 ${page}.wxml）`);
    }
    visit({ path: page, base }, true);
  }
  return { config, pages, subpackages, units: [...units.values()], fileOf };
};
