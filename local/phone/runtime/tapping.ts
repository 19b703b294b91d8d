import { shell } from './shell/shell';
import { deskTimers } from './foreground';

let isTapping = false;

/** Until the task of this very event ends: what a program does after waiting is no tap any more. */
export const countAsTap = (): void => {
  isTapping = true;
  deskTimers.setTimeout(() => {
    isTapping = false;
  });
};

const note = (event: Event): void => {
  if (event.target instanceof Node && shell.pages.contains(event.target)) countAsTap();
};

/** Before gestures.ts listens: its handlers run while the tap is noted. */
export const watchTaps = (): void => {
  for (const type of ['touchend', 'mouseup'])
    window.addEventListener(type, note, { capture: true, passive: true });
};

/** Whether the program is answering a person's tap on a page right now. */
export const isAnsweringTap = (): boolean => isTapping;
