import { boxOf } from '../../scale';
import { listenToDrag } from './drag';

/** After the last scroll a wheel has come to rest, ms. */
const REST_MS = 120;

export interface WheelOptions {
  /** px of one row. */
  readonly rowHeight: () => number;
  readonly count: () => number;
  readonly pickStart?: () => void;
  /** It came to rest on a row. */
  readonly settle: (index: number) => void;
}

export interface Wheel {
  readonly show: (index: number) => void;
}

/**
 * A column of rows of one height that is turned by a finger, the mouse or its wheel, and rests on a row. The scroller
 * leaves half its height free above the first row and below the last.
 */
export const bindWheel = (scroller: HTMLElement, options: WheelOptions): Wheel => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let from = 0;
  let isHeld = false;
  const indexAt = (top: number): number =>
    Math.min(options.count() - 1, Math.max(0, Math.round(top / (options.rowHeight() || 1))));
  const settle = (): void => {
    clearTimeout(timer);
    const index = indexAt(scroller.scrollTop);
    scroller.scrollTop = index * options.rowHeight();
    options.settle(index);
  };
  listenToDrag(scroller, {
    start: () => {
      isHeld = true;
      from = scroller.scrollTop;
      options.pickStart?.();
      return true;
    },
    move: ({ dy }) => {
      scroller.scrollTop = from - dy;
    },
    end: ({ dy, startY }) => {
      isHeld = false;
      // A tap on a row turns to it.
      if (Math.abs(dy) < 3) {
        const { top, height } = boxOf(scroller);
        const rows = Math.round((startY - top - height / 2) / (options.rowHeight() || 1));
        scroller.scrollTop = from + rows * options.rowHeight();
      }
      settle();
    },
  });
  scroller.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      options.pickStart?.();
      scroller.scrollTop += Math.sign(event.deltaY) * options.rowHeight();
      clearTimeout(timer);
      if (!isHeld) timer = setTimeout(settle, REST_MS);
    },
    { passive: false },
  );
  return {
    show: (index) => {
      scroller.scrollTop = index * options.rowHeight();
    },
  };
};
