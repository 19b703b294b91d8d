import { settings } from './settings';
import { shell } from './shell/shell';

/** What the phone's edges take from the screen, px. */
export interface ScreenEdges {
  readonly statusBar: number;
  readonly homeIndicator: number;
}

const TALL_PX = 780;

/** A notch and a home indicator on tall phones, a plain status bar on the old small one. */
const edgesOf = (width: number, height: number): ScreenEdges => {
  if (height < TALL_PX) return { statusBar: 20, homeIndicator: 0 };
  return { statusBar: width >= 414 ? 59 : 44, homeIndicator: 34 };
};

export const NAVIGATION_BAR_PX = 44;

export const edges = (): ScreenEdges => edgesOf(shell.screen.clientWidth, settings.size.height);

/** Lays out the phone at the size the panel gave. */
export const layOutScreen = (): void => {
  const { screen, panel } = shell;
  const { width, height } = settings.size;
  screen.style.setProperty('--phone-width', `${width}px`);
  screen.style.setProperty('--phone-height', `${height}px`);
  const { statusBar, homeIndicator } = edgesOf(panel.hidden ? screen.clientWidth : width, height);
  screen.style.setProperty('--status-bar', `${statusBar}px`);
  screen.style.setProperty('--home-indicator', `${homeIndicator}px`);
};
