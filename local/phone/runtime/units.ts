/** The design's width: 750 rpx are the phone's. */
const DESIGN_WIDTH = 750;

let screenWidth = 375;
export const setScreenWidth = (width: number): void => {
  screenWidth = width;
};

/** rpx → px with WeChat's rounding: down, but never to nothing. */
export const pixelsOf = (rpx: number): number => {
  if (rpx === 0) return 0;
  const whole = Math.floor((Math.abs(rpx) * screenWidth) / DESIGN_WIDTH + 1e-4);
  const pixels = whole === 0 ? (window.devicePixelRatio > 1 ? 0.5 : 1) : whole;
  return rpx < 0 ? -pixels : pixels;
};

export const resolveLengths = (css: string): string =>
  css.replace(/(-?\d*\.?\d+)rpx\b/g, (_, rpx: string) => `${pixelsOf(Number(rpx))}px`);
