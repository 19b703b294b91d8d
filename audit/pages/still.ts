import type { Page } from 'playwright-core';

/** So many drawn frames without a change, and it stands still: a movement may begin a few frames after its cause. */
const STILL_FRAMES = 8;

/** Waits until nothing moves: no animation that ends, no sheet on its way, nothing that scrolls. */
export const standsStill = async (page: Page): Promise<void> => {
  await page.evaluate(async (stillFrames) => {
    await document.fonts.ready;
    const isMoving = (): boolean =>
      document
        .getAnimations()
        .some(
          ({ playState, effect }) => playState === 'running' && effect?.getTiming().iterations !== Infinity,
        ) || document.querySelector('[class*="-enter "], [class$="-enter"], [class*="-leave "]') !== null;
    const places = (): string =>
      [...document.querySelectorAll('*')]
        .map(({ scrollTop, scrollLeft }) => (scrollTop || scrollLeft ? `${scrollTop} ${scrollLeft}` : ''))
        .join();
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    let before = places();
    for (let still = 0; still < stillFrames; ) {
      await frame();
      const now = places();
      still = isMoving() || now !== before ? 0 : still + 1;
      before = now;
    }
  }, STILL_FRAMES);
};
