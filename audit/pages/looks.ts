import type { Look } from './stage';

const SIZES = [
  [320, 568],
  [375, 812],
  [430, 932],
] as const;
const TYPES = [1, 1.4] as const;

const looksOf = (theme: Look['theme']): Look[] =>
  SIZES.flatMap(([width, height]) => TYPES.map((type) => ({ width, height, type, theme })));

/** Every size and type in light; in dark the layout is the same, the colours are looked at in one size. */
export const AUDITED: readonly Look[] = [
  ...looksOf('light'),
  { width: 375, height: 812, type: 1, theme: 'dark' },
];

/** The share of `npm test`: the tightest, the usual, the dark one. */
export const SHARE: readonly Look[] = AUDITED.filter(
  ({ width, type, theme }) =>
    theme === 'dark' || (width === 320 && type === 1.4) || (width === 375 && type === 1),
);

export const isUsual = ({ width, type, theme }: Look): boolean =>
  width === 375 && type === 1 && theme === 'light';

export const PICTURED: readonly Look[] = [...looksOf('light'), ...looksOf('dark')];

export const nameOf = ({ width, height, type, theme }: Look): string =>
  `${width}×${height}${type > 1 ? ` ${type}×` : ''}${theme === 'dark' ? ' 深色' : ''}`;
