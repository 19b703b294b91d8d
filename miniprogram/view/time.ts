/** Hainan's clock wherever the phone is: UTC+8 without summer time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const two = (count: number): string => String(count).padStart(2, '0');

/** The instant as a clock in Hainan shows it. */
const inShanghai = (instant: string) => {
  const shifted = new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS);
  const hour = shifted.getUTCHours();
  return {
    year: shifted.getUTCFullYear(),
    /** 1 … 12 */
    month: shifted.getUTCMonth() + 1,
    date: shifted.getUTCDate(),
    /** 0 … 23 */
    hour,
    /** 14:05 */
    clock: `${two(hour)}:${two(shifted.getUTCMinutes())}`,
    second: shifted.getUTCSeconds(),
    /** Whole days since 1 January 1970 there. */
    dayNumber: Math.floor(shifted.getTime() / DAY_MS),
  };
};

/** The day as people say it: 今天, 昨天, 3 月 5 日, 2025 年 3 月 5 日. */
export const spokenDay = (instant: string, now: string): string => {
  const time = inShanghai(instant);
  const present = inShanghai(now);
  const days = present.dayNumber - time.dayNumber;
  if (days === 0) return '今天';
  if (days === 1) return '昨天';
  const day = `${time.month} 月 ${time.date} 日`;
  return time.year === present.year ? day : `${time.year} 年 ${day}`;
};

/** As people say it: 刚刚, 10 分钟前, 今天 14:05, 昨天 17:40, 11 月 25 日, 2025 年 11 月 25 日. */
export const spokenTime = (instant: string, now: string): string => {
  const minutes = Math.trunc((Date.parse(now) - Date.parse(instant)) / MINUTE_MS);
  if (minutes >= 0 && minutes < 1) return '刚刚';
  if (minutes >= 1 && minutes < 60) return `${minutes} 分钟前`;
  const day = spokenDay(instant, now);
  return day.endsWith('日') ? day : `${day} ${inShanghai(instant).clock}`;
};

/** 2026-11-24 14:05 */
export const exactTime = (instant: string): string => {
  const { year, month, date, clock } = inShanghai(instant);
  return `${year}-${two(month)}-${two(date)} ${clock}`;
};

/** 2026-11-24 14:05:09 */
export const exactSecond = (instant: string): string =>
  `${exactTime(instant)}:${two(inShanghai(instant).second)}`;

/** 早上好 … by Hainan's hour. */
export const greeting = (now: string): string => {
  const { hour } = inShanghai(now);
  if (hour < 6) return '夜里好';
  if (hour < 12) return '上午好';
  if (hour < 14) return '中午好';
  return hour < 18 ? '下午好' : '晚上好';
};
