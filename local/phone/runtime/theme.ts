import { appConfig } from './app-config';
import { appLife } from './app-life';
import { settings } from './settings';

const SCHEME = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/;
/** What a media rule said before it was decided. */
const originals = new WeakMap<CSSMediaRule, string>();

/** The phone's theme decides the program's media rules, not the theme of the desk's own browser. */
const decide = (rules: CSSRuleList): void => {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) {
      const original = originals.get(rule) ?? rule.media.mediaText;
      const [, scheme] = SCHEME.exec(original) ?? [];
      if (scheme) {
        originals.set(rule, original);
        rule.media.mediaText =
          scheme === settings.theme ? original.replace(SCHEME, '(min-width: 0px)') : 'not all';
      }
    }
    if (rule instanceof CSSGroupingRule) decide(rule.cssRules);
  }
};

const decideAll = (): void => {
  for (const sheet of document.styleSheets) decide(sheet.cssRules);
};

export const installTheme = (): void => {
  document.documentElement.style.colorScheme = settings.theme;
  document.documentElement.dataset['theme'] = settings.theme;
  decideAll();
  new MutationObserver(decideAll).observe(document.head, { childList: true, subtree: true });
};

const listeners: (() => void)[] = [];

export const onThemeChange = (listener: () => void): void => {
  listeners.push(listener);
};

export const changeTheme = (theme: 'light' | 'dark'): void => {
  settings.theme = theme;
  document.documentElement.style.colorScheme = theme;
  document.documentElement.dataset['theme'] = theme;
  decideAll();
  for (const listener of listeners) listener();
  if (appConfig().darkmode) appLife.changeTheme(theme);
};
