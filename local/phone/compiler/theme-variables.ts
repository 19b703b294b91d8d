import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BuildError, positionIn } from './build-error';
import type { AppGraph } from './app-graph';

export type ThemeVariables = Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>>;

const NONE: ThemeVariables = { light: {}, dark: {} };

/** Every text of a configuration that stands for a variable: `@name`. */
const variablesIn = (value: unknown): string[] => {
  if (typeof value === 'string') return /^@\w+$/.test(value) ? [value.slice(1)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(variablesIn) : [];
};

/**
 * What theme.json gives the variables of window, tab bar and pages (DarkMode 适配指南).
 * @throws BuildError for a file that is not there, and for a variable that light or dark does not have
 */
export const readThemeVariables = (graph: AppGraph, miniprogramDir: string): ThemeVariables => {
  const appFile = path.join(miniprogramDir, 'app.json');
  const { themeLocation, window, tabBar } = graph.config as unknown as Record<string, unknown>;
  const asked = [
    ...variablesIn(window).map((name) => ({ name, file: appFile })),
    ...variablesIn(tabBar).map((name) => ({ name, file: appFile })),
    ...graph.units
      .filter(({ isPage }) => isPage)
      .flatMap(({ config, base }) =>
        variablesIn({ ...config, usingComponents: {} }).map((name) => ({ name, file: `${base}.json` })),
      ),
  ];
  const themeFile = typeof themeLocation === 'string' ? path.join(miniprogramDir, themeLocation) : undefined;
  if (themeFile !== undefined && !existsSync(themeFile)) {
    throw new BuildError(appFile, positionIn(appFile, '"themeLocation"'), `找不到 ${String(themeLocation)}`);
  }
  const themes = themeFile ? (JSON.parse(readFileSync(themeFile, 'utf8')) as Partial<ThemeVariables>) : NONE;
  for (const { name, file } of asked) {
    for (const [theme, word] of [
      ['light', '浅色'],
      ['dark', '深色'],
    ] as const) {
      if (themes[theme]?.[name] === undefined) {
        throw new BuildError(file, positionIn(file, `"@${name}"`), `变量 @${name} 没有${word}的值`);
      }
    }
  }
  return { ...NONE, ...themes };
};
