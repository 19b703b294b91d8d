import { settings } from './settings';

type Themes = Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>>;

let themes: Themes = { light: {}, dark: {} };

export const setThemeVariables = (given: Themes): void => {
  themes = given;
};

/** A configuration with its `@name`s as the phone's theme has them. */
export const themed = <T>(value: T): T => {
  if (typeof value === 'string' && value.startsWith('@')) {
    return (themes[settings.theme][value.slice(1)] ?? value) as T;
  }
  if (Array.isArray(value)) return value.map(themed) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, themed(each as unknown)])) as T;
};
