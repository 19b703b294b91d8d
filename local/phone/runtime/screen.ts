import { setScale } from './scale';
import { settings } from './settings';
import { shell } from './shell/shell';

/** What the phone's edges take from the screen, px. */
export interface ScreenEdges {
  readonly statusBar: number;
  readonly homeIndicator: number;
}

const TALL_PX = 780;
const WIDE_PX = 414;

export const NAVIGATION_BAR_PX = 44;

/** Beside the panel the phone has the size that was asked for; alone it fills the window. */
const sizeNow = (): { readonly width: number; readonly height: number } => {
  const { screen, panel } = shell;
  if (panel.checkVisibility()) return settings.size;
  return { width: screen.clientWidth, height: screen.clientHeight };
};

/** A notch and a home indicator on tall phones, a plain status bar on the old small one. */
export const edges = (): ScreenEdges => {
  const { width, height } = sizeNow();
  if (height < TALL_PX) return { statusBar: 20, homeIndicator: 0 };
  return { statusBar: width >= WIDE_PX ? 59 : 44, homeIndicator: 34 };
};

/** px of the desk that stay free above and below the phone together, and beside it. */
const DESK_MARGIN_PX = 32;

/** Beside the panel a phone that is larger than the room for it is drawn smaller; its own px stay what they are. */
const fitDesk = (): void => {
  const { panel } = shell;
  if (!panel.checkVisibility()) {
    setScale(1);
    return;
  }
  const { width, height } = settings.size;
  const room = window.innerWidth - panel.offsetWidth - DESK_MARGIN_PX;
  setScale(Math.min(1, (window.innerHeight - DESK_MARGIN_PX) / height, room / width));
};

/** Lays out the phone at the size that was asked for; its bars keep clear of the notch and of the home indicator. */
export const layOutScreen = (): void => {
  const { style } = shell.screen;
  style.setProperty('--phone-width', `${settings.size.width}px`);
  style.setProperty('--phone-height', `${settings.size.height}px`);
  const keepClear = (): void => {
    const { statusBar, homeIndicator } = edges();
    style.setProperty('--phone-status', `${statusBar}px`);
    style.setProperty('--phone-home', `${homeIndicator}px`);
  };
  keepClear();
  fitDesk();
  window.addEventListener('resize', fitDesk);
  new ResizeObserver(keepClear).observe(shell.screen);
};
