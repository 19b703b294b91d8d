import type { GeneralComponent } from 'glass-easel';
import { dataOf } from '../support/define';

interface HoverData {
  readonly hoverClass?: string;
  readonly hoverStartTime?: number;
  readonly hoverStayTime?: number;
  readonly hoverStopPropagation?: boolean;
}

/** Of view, button and navigator, with WeChat's times. */
export const hoverProperties = (hoverClass: string, startMs: number, stayMs: number) => ({
  hoverClass: { type: String, value: hoverClass },
  hoverStartTime: { type: Number, value: startMs },
  hoverStayTime: { type: Number, value: stayMs },
  hoverStopPropagation: Boolean,
});

/** Pointers whose hover an inner element kept for itself. */
const kept = new WeakSet<Event>();

/** A hover class shows after a finger has rested on the element, and stays a moment after it left. */
export const showHover = (
  component: GeneralComponent,
  host: HTMLElement,
  isOff: () => boolean = () => false,
): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown = '';
  /** One word or several, as vant gives them. */
  const toggle = (classes: string, isOn: boolean): void => {
    for (const name of classes.split(/\s+/).filter(Boolean)) component.classList?.toggle(name, isOn);
  };
  const hide = (): void => {
    toggle(shown, false);
    shown = '';
  };
  host.addEventListener(
    'pointerdown',
    (event) => {
      const { hoverClass, hoverStartTime = 50, hoverStopPropagation } = dataOf<HoverData>(component);
      if (kept.has(event) || !hoverClass || hoverClass === 'none' || isOff()) return;
      if (hoverStopPropagation) kept.add(event);
      clearTimeout(timer);
      timer = setTimeout(() => {
        hide();
        shown = hoverClass;
        toggle(shown, true);
      }, hoverStartTime);
    },
    { passive: true },
  );
  for (const type of ['pointerup', 'pointercancel', 'pointerleave']) {
    host.addEventListener(type, () => {
      clearTimeout(timer);
      if (shown) timer = setTimeout(hide, dataOf<HoverData>(component).hoverStayTime ?? 400);
    });
  }
};
