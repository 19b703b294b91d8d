/** The documented maximum of a canvas, px (docs: 画布, platform limits). */
export const MAX_CANVAS_PX = 1365;

/**
 * The same canvas, whose width and height refuse what a phone may not carry.
 * @throws Error, when set, beyond 1365 × 1365
 */
export const limitCanvas = <T extends HTMLCanvasElement>(canvas: T): T => {
  for (const side of ['width', 'height'] as const) {
    const inherited = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, side);
    if (!inherited) continue;
    Object.defineProperty(canvas, side, {
      configurable: true,
      get: () => inherited.get?.call(canvas) as number,
      set: (value: number) => {
        if (value > MAX_CANVAS_PX) {
          throw new Error(
            `canvas: ${side} ${value} exceeds the maximum ${MAX_CANVAS_PX}（画布单边不能超过 ${MAX_CANVAS_PX} 像素，请缩小后再绘制）`,
          );
        }
        inherited.set?.call(canvas, value);
      },
    });
  }
  return canvas;
};
