import path from 'node:path';
import type { AppConfig, Subpackage } from './app-graph';
import { BuildError } from './build-error';
import { positionOfJson, type JsonPath } from './json-file';

/** 全局配置: tabBar.list has 2 to 5 tabs. */
const TABS = { least: 2, most: 5 } as const;

/** How preloadRule names the main package. */
const MAIN_PACKAGE = '__APP__';

interface TabBar {
  readonly list?: readonly { readonly pagePath?: string }[];
}

type PreloadRule = Readonly<Record<string, { readonly packages?: readonly string[] } | null>>;

const withoutSlash = (root: string): string => root.replace(/\/$/, '');

export const pagesOf = ({ root, pages }: Subpackage): readonly string[] =>
  pages.map((page) => path.posix.join(root, page));

/**
 * What app.json says of its own pages and packages holds: tabs are pages of the main package, what is fetched ahead
 * is there.
 * @throws BuildError where it does not
 */
export const checkApp = (file: string, config: AppConfig, subpackages: readonly Subpackage[]): void => {
  const fail = (place: JsonPath, sentence: string): never => {
    throw new BuildError(file, positionOfJson(file, place), sentence);
  };
  const far = new Set(subpackages.flatMap(pagesOf));

  const checkTabBar = ({ list = [] }: TabBar): void => {
    if (list.length < TABS.least || list.length > TABS.most) {
      const range = `${TABS.least} 至 ${TABS.most} 项`;
      fail(['tabBar', 'list'], `tabBar 的 list 要有 ${range}，现在有 ${list.length} 项：请增减`);
    }
    list.forEach(({ pagePath = '' }, index) => {
      if (config.pages.includes(pagePath)) return;
      const place = ['tabBar', 'list', index, 'pagePath'];
      if (far.has(pagePath)) fail(place, `tabBar 的页面 ${pagePath} 在分包里：请移到主包的 pages`);
      fail(place, `tabBar 的页面 ${pagePath} 不在 pages 里：请先写进 pages，或检查拼写`);
    });
  };

  const packages = new Set([
    MAIN_PACKAGE,
    ...subpackages.flatMap(({ root, name }) => [withoutSlash(root), ...(name === undefined ? [] : [name])]),
  ]);
  const checkPreload = (rules: PreloadRule): void => {
    for (const [page, rule] of Object.entries(rules)) {
      const place = ['preloadRule', page];
      if (!config.pages.includes(page) && !far.has(page)) {
        fail(place, `preloadRule 的页面 ${page} 不存在：请写 pages 或分包里页面的完整路径`);
      }
      rule?.packages?.forEach((name, index) => {
        if (packages.has(withoutSlash(name))) return;
        fail(
          [...place, 'packages', index],
          `preloadRule 的分包 ${name} 不存在：请写 subPackages 里的 root 或 name`,
        );
      });
    }
  };

  if (config['tabBar'] !== undefined) checkTabBar((config['tabBar'] ?? {}) as TabBar);
  checkPreload((config['preloadRule'] ?? {}) as PreloadRule);
};
