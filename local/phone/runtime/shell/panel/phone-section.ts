import { restart } from '../../restart';
import { settings, SIZES, writeAddress } from '../../settings';
import { changeTheme } from '../../theme';
import { choice, note, section } from './controls';

const TYPE_SIZES = ['1', '1.1', '1.2', '1.3', '1.4'] as const;

/** The phone itself: its size, its type, its theme. Size and type start the program again, as on a phone. */
export const phoneSection = (): HTMLElement => {
  const { width, height } = settings.size;
  return section(
    '手机',
    choice(
      '屏幕',
      SIZES.map((size) => [size, size.replace('x', '×')] as const),
      `${width}x${height}`,
      (size) => void restart({ size }),
    ),
    choice(
      '字号',
      TYPE_SIZES.map((size) => [size, `${size}×`] as const),
      String(settings.font),
      (font) => void restart({ font }),
    ),
    choice(
      '外观',
      [
        ['light', '浅色'],
        ['dark', '深色'],
      ],
      settings.theme,
      (theme) => {
        writeAddress('theme', theme);
        changeTheme(theme === 'dark' ? 'dark' : 'light');
      },
    ),
    note('换屏幕或字号后小程序重新启动。'),
  );
};
