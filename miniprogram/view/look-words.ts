import type { Look } from '../platform/look';

export const TYPE_WORDS: readonly { readonly value: Look['type']; readonly word: string }[] = [
  { value: 'system', word: '跟随微信' },
  { value: 1, word: '标准' },
  { value: 1.2, word: '大' },
  { value: 1.4, word: '特大' },
];

export const THEME_WORDS: readonly { readonly value: Look['theme']; readonly word: string }[] = [
  { value: 'system', word: '跟随微信' },
  { value: 'light', word: '浅色' },
  { value: 'dark', word: '深色' },
];

const wordOf = <V>(words: readonly { readonly value: V; readonly word: string }[], value: V): string =>
  words.find((each) => each.value === value)?.word ?? '';

/** What is set, in a line of 我的. */
export const lookWords = ({ type, theme }: Look): string =>
  type === 'system' && theme === 'system'
    ? '均跟随微信'
    : `字号${wordOf(TYPE_WORDS, type)} · ${wordOf(THEME_WORDS, theme)}`;
