import type { Page } from 'playwright-core';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How long a finger rests at the end of a drag, s. */
const REST_S = 0.4;

/** A finger comes down at a point, passes the others and leaves at the last. */
export const dragFinger = async (page: Page, from: Point, points: readonly Point[]): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  // By its own clock the finger rests before it leaves: no fling, which would swallow the next tap.
  let timestamp = Date.now() / 1000;
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly Point[], wait = 0.02) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: [...at], timestamp: (timestamp += wait) });
  await send('touchStart', [from]);
  for (const point of points) await send('touchMove', [point]);
  await send('touchMove', points.slice(-1), REST_S);
  await send('touchEnd', [], REST_S);
  await session.detach();
};

/** Of an element's width and height, 0 … 1. */
export type Share = readonly [x: number, y: number];

/** A finger on the element that is seen, by shares of it. */
export const drawOn = async (
  page: Page,
  selector: string,
  from: Share,
  ways: readonly Share[],
): Promise<void> => {
  const box = await page.locator(selector).filter({ visible: true }).boundingBox();
  if (!box) throw new Error(`nothing at ${selector}`);
  const at = ([x, y]: Share): Point => ({ x: box.x + x * box.width, y: box.y + y * box.height });
  await dragFinger(page, at(from), ways.map(at));
};
