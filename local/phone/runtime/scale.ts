import { shell } from './shell/shell';

/**
 * How large the phone stands on the desk: 1, or less in a window that is lower than the phone. It is drawn smaller and
 * laid out at its own size; the browser measures what is drawn, pages hear of the phone's own px.
 */
let scale = 1;

export const setScale = (drawn: number): void => {
  scale = drawn;
  shell.screen.style.setProperty('--phone-scale', String(drawn));
};

/** A point of the browser's window in the phone's px: only differences of such points mean anything. */
export const pointOn = ({ clientX, clientY }: { clientX: number; clientY: number }) => ({
  x: clientX / scale,
  y: clientY / scale,
});

/** px of the phone; places are from the same origin as pointOn's. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

export const inPhonePx = ({ left, top, right, bottom, width, height }: Box): Box => ({
  left: left / scale,
  top: top / scale,
  right: right / scale,
  bottom: bottom / scale,
  width: width / scale,
  height: height / scale,
});

export const boxOf = (element: Element): Box => inPhonePx(element.getBoundingClientRect());

/** The same from the page's window. */
export const boxInPages = (element: Element): Box => fromPages(boxOf(element));

export const fromPages = ({ left, top, right, bottom, width, height }: Box): Box => {
  const frame = boxOf(shell.pages);
  return {
    left: left - frame.left,
    top: top - frame.top,
    right: right - frame.left,
    bottom: bottom - frame.top,
    width,
    height,
  };
};
