import type { Page } from 'playwright-core';
import type { Fault } from './inspect/fault';

/** WeChat's, over the whole life of a page (体验评分). */
const MOST_A_SECOND = 20;
const MOST_BYTES = 256 * 1024;
/** Ours, of the first screen. */
const MOST_FIRST_CALLS = 2;
const MOST_FIRST_BYTES = 16 * 1024;

const SECOND_MS = 1000;

/** One setData, as the phone marks it. */
export interface SetDataMark {
  readonly isPage: boolean;
  /** ms since the page was loaded. */
  readonly at: number;
  /** As JSON. */
  readonly bytes: number;
}

/** Every setData of the document so far. */
export const marksOf = (page: Page): Promise<SetDataMark[]> =>
  page.evaluate(() =>
    performance.getEntriesByType('mark').flatMap((entry) => {
      if (!entry.name.endsWith('.setData')) return [];
      const { bytes } = (entry as PerformanceMark).detail as { bytes: number };
      return [{ isPage: entry.name === 'page.setData', at: entry.startTime, bytes }];
    }),
  );

/** The most calls within any one second. */
const mostInASecond = (marks: readonly SetDataMark[]): number =>
  Math.max(
    0,
    ...marks.map(({ at: start }) => marks.filter(({ at }) => at >= start && at < start + SECOND_MS).length),
  );

export const setDataFaults = (marks: readonly SetDataMark[]): Fault[] => {
  const often = mostInASecond(marks);
  const largest = Math.max(0, ...marks.map(({ bytes }) => bytes));
  return [
    ...(often > MOST_A_SECOND
      ? [{ rule: 'setData 频率', what: `一秒 ${often} 次（≤ ${MOST_A_SECOND}）` }]
      : []),
    ...(largest > MOST_BYTES
      ? [{ rule: 'setData 大小', what: `一次 ${largest} 字节（≤ ${MOST_BYTES}）` }]
      : []),
  ];
};

/** The page's own calls, and the bytes of its components' calls with them. */
export const firstSetDataFaults = (marks: readonly SetDataMark[]): Fault[] => {
  const calls = marks.filter(({ isPage }) => isPage).length;
  const bytes = marks.reduce((sum, mark) => sum + mark.bytes, 0);
  return [
    ...(calls > MOST_FIRST_CALLS
      ? [{ rule: '首屏 setData 次数', what: `${calls}（≤ ${MOST_FIRST_CALLS}）` }]
      : []),
    ...(bytes > MOST_FIRST_BYTES
      ? [{ rule: '首屏 setData 大小', what: `${bytes} 字节（≤ ${MOST_FIRST_BYTES}）` }]
      : []),
  ];
};
