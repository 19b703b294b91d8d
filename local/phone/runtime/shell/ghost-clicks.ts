import { shell } from './shell';

/**
 * A tap opens a dialog, and then the browser plays the mouse's click at the same point, on what is there now. A click
 * counts on WeChat's own surface only when the finger came down on it.
 */
export const ignoreGhostClicks = (): void => {
  let down: EventTarget | null = null;
  window.addEventListener(
    'pointerdown',
    (event) => {
      down = event.target;
    },
    { capture: true, passive: true },
  );
  shell.layer.addEventListener(
    'click',
    (event) => {
      // A key's click has no detail: nobody pointed.
      const isPointed = event.detail > 0;
      if (!isPointed || (down instanceof Node && shell.layer.contains(down))) return;
      event.stopPropagation();
      // A switch would turn without being heard.
      event.preventDefault();
    },
    { capture: true },
  );
};
