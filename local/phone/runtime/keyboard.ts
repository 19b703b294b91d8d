import { boxOf } from './scale';
import { settings } from './settings';
import { shell } from './shell/shell';

type HeightListener = (result: { height: number; duration: number }) => void;

/** How long WeChat's keyboard slides, ms. */
const SLIDE_MS = 250;

const listeners = new Set<HeightListener>();
let shownHeight = 0;

export const onHeight = (listener: HeightListener): void => {
  listeners.add(listener);
};
export const offHeight = (listener: HeightListener): void => {
  listeners.delete(listener);
};

/** The simulated keyboard's height, px; 0 while the computer's own keyboard is used (`?keyboard=`). */
export const keyboardHeight = (): number => settings.keyboard;

const change = (height: number, control: HTMLElement, tell: HeightListener): void => {
  if (height === shownHeight) return;
  shownHeight = height;
  shell.keyboard.style.height = `${height}px`;
  shell.screen.style.setProperty('--phone-keyboard', `${height}px`);
  const result = { height, duration: height > 0 ? SLIDE_MS / 1000 : 0 };
  tell(result);
  for (const listener of listeners) listener(result);
  if (height === 0) shell.pages.style.transform = '';
  else control.scrollIntoView({ block: 'nearest' });
};

/**
 * The keyboard comes up for a control: WeChat pushes the page up so far that the control stays in sight.
 * @param spacing px between the control and the keyboard (cursor-spacing)
 */
export const raiseKeyboard = (
  control: HTMLElement,
  options: { readonly adjustPosition: boolean; readonly spacing: number },
  tell: HeightListener,
): void => {
  const height = keyboardHeight();
  if (height === 0) return;
  change(height, control, tell);
  if (!options.adjustPosition) return;
  const top = boxOf(shell.screen).bottom - height - options.spacing;
  const covered = boxOf(control).bottom - top;
  shell.pages.style.transform = covered > 0 ? `translateY(${-Math.min(covered, height)}px)` : '';
};

export const lowerKeyboard = (control: HTMLElement, tell: HeightListener): void => change(0, control, tell);

/** hold-keyboard: a finger elsewhere on the page leaves the focus where it is. */
export const holdKeyboard = (screen: HTMLElement): void => {
  screen.addEventListener('mousedown', (event) => {
    const held = document.activeElement?.closest('[data-hold-keyboard]');
    const isElsewhere = event.target instanceof Element && !event.target.closest('wx-input, wx-textarea');
    if (held && isElsewhere) event.preventDefault();
  });
};
