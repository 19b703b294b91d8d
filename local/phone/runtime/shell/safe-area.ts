import { shell } from './shell';

/** Screens from this height on have a notch and a home bar, px. */
const TALL_PX = 780;
const TALL = { top: 44, bottom: 34 };
const PLAIN = { top: 20, bottom: 0 };

/** What of the screen's edges is not safe, px: the status bar is as tall as the top. */
export const safeInsets = (): { readonly top: number; readonly bottom: number } =>
  shell.screen.clientHeight >= TALL_PX ? TALL : PLAIN;

/** The bars keep clear of the notch and of the home bar. */
export const watchSafeArea = (): void => {
  const update = (): void => {
    const { top, bottom } = safeInsets();
    shell.screen.style.setProperty('--phone-status', `${top}px`);
    shell.screen.style.setProperty('--phone-home', `${bottom}px`);
  };
  update();
  new ResizeObserver(update).observe(shell.screen);
};
