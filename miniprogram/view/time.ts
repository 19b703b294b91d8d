import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** Hainan's clock wherever the phone is: UTC+8 without summer time since 1991. */
const SHANGHAI_OFFSET_MINUTES = 480;

const inShanghai = (instant: string) => dayjs.utc(instant).utcOffset(SHANGHAI_OFFSET_MINUTES);

/** The day as people say it: 今天, 昨天, 3 月 5 日, 2025 年 3 月 5 日. */
export const spokenDay = (instant: string, now: string): string => {
  const time = inShanghai(instant);
  const present = inShanghai(now);
  const days = present.startOf('day').diff(time.startOf('day'), 'day');
  if (days === 0) return '今天';
  if (days === 1) return '昨天';
  return time.format(time.year() === present.year() ? 'M 月 D 日' : 'YYYY 年 M 月 D 日');
};

/** As people say it: 刚刚, 10 分钟前, 今天 14:05, 昨天 17:40, 11 月 25 日, 2025 年 11 月 25 日. */
export const spokenTime = (instant: string, now: string): string => {
  const time = inShanghai(instant);
  const present = inShanghai(now);
  const minutes = present.diff(time, 'minute');
  if (minutes >= 0 && minutes < 1) return '刚刚';
  if (minutes >= 1 && minutes < 60) return `${minutes} 分钟前`;
  const day = spokenDay(instant, now);
  return day.endsWith('日') ? day : `${day} ${time.format('HH:mm')}`;
};

/** 2026-11-24 14:05 */
export const exactTime = (instant: string): string => inShanghai(instant).format('YYYY-MM-DD HH:mm');

/** 2026-11-24 14:05:09 */
export const exactSecond = (instant: string): string => inShanghai(instant).format('YYYY-MM-DD HH:mm:ss');

/** 早上好 … by Hainan's hour. */
export const greeting = (now: string): string => {
  const hour = inShanghai(now).hour();
  if (hour < 6) return '夜里好';
  if (hour < 12) return '上午好';
  if (hour < 14) return '中午好';
  return hour < 18 ? '下午好' : '晚上好';
};
