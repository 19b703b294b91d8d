import { pointOn } from './scale';

const PULL_PX = 60;

type Finger = { readonly clientX: number; readonly clientY: number } | undefined;

/** A finger, or the mouse, that pulls the page down from its top. */
export const listenToPull = (scroller: HTMLElement, refresh: () => void): void => {
  let startY: number | undefined;
  const begin = (at: Finger): void => {
    startY = at && scroller.scrollTop <= 0 ? pointOn(at).y : undefined;
  };
  const end = (at: Finger): void => {
    const pulled = startY === undefined || !at || scroller.scrollTop > 0 ? 0 : pointOn(at).y - startY;
    startY = undefined;
    if (pulled > PULL_PX) refresh();
  };
  const quiet = { passive: true };
  scroller.addEventListener('touchstart', (event) => begin(event.touches[0]), quiet);
  scroller.addEventListener('touchend', (event) => end(event.changedTouches[0]), quiet);
  scroller.addEventListener('mousedown', (event) => begin(event));
  window.addEventListener('mouseup', (event) => end(event));
};
