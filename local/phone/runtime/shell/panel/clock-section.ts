import { moveClock, readClock, type CloudClock } from '../../clock';
import { made } from '../shell';
import { button, field, note, row, section } from './controls';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const describe = ({ now, offsetMs }: CloudClock): string => {
  const time = new Date(now).toLocaleString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' });
  return offsetMs === 0 ? `${time}（未调整）` : `${time}（已调 ${(offsetMs / DAY_MS).toFixed(2)} 天）`;
};

/** The environment's clock, and the phone's with it: what is due by it runs. */
export const clockSection = (): HTMLElement => {
  const shown = made('panel-clock', '—');
  let offsetMs = 0;
  const show = (clock: CloudClock | undefined): void => {
    if (!clock) {
      shown.textContent = '云环境没有应答';
      return;
    }
    offsetMs = clock.offsetMs;
    shown.textContent = describe(clock);
  };
  const move = async (to: number): Promise<void> => show(await moveClock(Math.round(to)));
  const to = field('调到（年-月-日 时:分）', '', (given) => {
    // Wall time of the province.
    const at = Date.parse(`${given.replace(' ', 'T')}+08:00`);
    if (!Number.isNaN(at)) void move(offsetMs + at - Date.now());
  });
  void readClock().then(show);
  return section(
    '时钟',
    shown,
    row(
      button('+1 小时', () => void move(offsetMs + HOUR_MS)),
      button('+1 天', () => void move(offsetMs + DAY_MS)),
      button('复原', () => void move(0)),
    ),
    to,
    note('到期的定时任务随即执行。'),
  );
};
