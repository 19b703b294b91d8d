import { useStandIns } from '../../stand-in-devices';
import { choice, note, section } from './controls';

/** Where pictures and sound come from. */
export const deviceSection = (): HTMLElement =>
  section(
    '摄像头与麦克风',
    choice(
      '摄像头与麦克风',
      [
        ['browser', '浏览器的'],
        ['stand-in', '替身'],
      ],
      'browser',
      (value) => useStandIns(value === 'stand-in'),
    ),
    note('替身：摄像头是会动的彩条，麦克风是 440 Hz 的音。'),
  );
