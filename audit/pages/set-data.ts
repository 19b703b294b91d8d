import type { BrowserContext, Page } from 'playwright-core';
import type { Fault } from './inspect/fault';

/** WeChat's, over the whole life of a page (体验评分). */
const MOST_A_SECOND = 20;
const MOST_BYTES = 256 * 1024;
/** Ours: a page that nobody touches stands still. */
const MOST_IDLE = 2;
/** Ours, of the first screen. */
const MOST_FIRST_CALLS = 2;
const MOST_FIRST_BYTES = 16 * 1024;

const SECOND_MS = 1000;

/** One setData, as the phone marks it. */
export interface SetDataMark {
  readonly isPage: boolean;
  /** ms since the page was loaded. */
  readonly at: number;
  /** How often a finger had come down, or something was typed, before it. */
  readonly acts: number;
  /** As JSON. */
  readonly bytes: number;
}

/** Marks what the person does, so that it can be told what each act led to. */
export const markActs = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    for (const act of ['touchstart', 'input']) {
      addEventListener(act, () => performance.mark('act'), { capture: true, passive: true });
    }
  });

/** Every setData of the document so far. */
export const marksOf = (page: Page): Promise<SetDataMark[]> =>
  page.evaluate(() => {
    let acts = 0;
    return performance.getEntriesByType('mark').flatMap((entry) => {
      if (entry.name === 'act') acts += 1;
      if (!entry.name.endsWith('.setData')) return [];
      const { bytes } = (entry as PerformanceMark).detail as { bytes: number };
      return [{ isPage: entry.name === 'page.setData', at: entry.startTime, acts, bytes }];
    });
  });

/**
 * The most calls within any one second. Those that followed different acts are not added up: the audit's finger is
 * faster than anybody's.
 */
const mostInASecond = (marks: readonly SetDataMark[]): number =>
  Math.max(
    0,
    ...marks.map(
      (first) =>
        marks.filter(({ at, acts }) => acts === first.acts && at >= first.at && at < first.at + SECOND_MS)
          .length,
    ),
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

/** @param marks of the time in which nobody touched the page */
export const idleFaults = (marks: readonly SetDataMark[]): Fault[] =>
  marks.length > MOST_IDLE
    ? [{ rule: '闲置 setData', what: `没有人动它，${marks.length} 次（≤ ${MOST_IDLE}）` }]
    : [];

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
