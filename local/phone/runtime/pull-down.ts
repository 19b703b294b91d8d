const PULL_PX = 60;

/** A finger, or the mouse, that pulls the page down from its top. */
export const listenToPull = (scroller: HTMLElement, refresh: () => void): void => {
  let startY: number | undefined;
  const begin = (y: number | undefined): void => {
    startY = scroller.scrollTop <= 0 ? y : undefined;
  };
  const end = (y: number | undefined): void => {
    const pulled = startY === undefined || y === undefined || scroller.scrollTop > 0 ? 0 : y - startY;
    startY = undefined;
    if (pulled > PULL_PX) refresh();
  };
  const quiet = { passive: true };
  scroller.addEventListener('touchstart', (event) => begin(event.touches[0]?.clientY), quiet);
  scroller.addEventListener('touchend', (event) => end(event.changedTouches[0]?.clientY), quiet);
  scroller.addEventListener('mousedown', (event) => begin(event.clientY));
  window.addEventListener('mouseup', (event) => end(event.clientY));
};
