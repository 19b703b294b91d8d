import type { GeneralComponent } from 'glass-easel';
import { pointOn } from '../../scale';
import { setOwn } from '../support/define';
import type { ScrollData } from './scroll-view';

/** A finger moves the content by half of its way. */
const RESISTANCE = 0.5;

/** Pull-down inside a scroll-view: refresherpulling, -refresh, -restore, -abort (docs: scroll-view). */
export const createRefresher = (
  component: GeneralComponent,
  host: HTMLElement,
  data: () => ScrollData,
): { readonly update: () => void } => {
  const strip = document.createElement('div');
  strip.className = 'phone-refresher';
  host.append(strip);
  let startY: number | undefined;
  let pulled = 0;
  let isTriggered = false;

  const draw = (height: number): void => {
    strip.style.height = `${height}px`;
  };
  const settle = (triggered: boolean): void => {
    if (triggered === isTriggered) return;
    isTriggered = triggered;
    draw(triggered ? data().refresherThreshold : 0);
    component.triggerEvent(triggered ? 'refresherrefresh' : 'refresherrestore', { dy: pulled });
  };
  const begin = (y: number): void => {
    startY = data().refresherEnabled && data().scrollY && host.scrollTop <= 0 ? y : undefined;
    pulled = 0;
  };
  const pull = (y: number): void => {
    if (startY === undefined || isTriggered) return;
    pulled = Math.max(0, (y - startY) * RESISTANCE);
    draw(pulled);
    if (pulled > 0) component.triggerEvent('refresherpulling', { dy: pulled });
  };
  const release = (): void => {
    if (startY === undefined) return;
    startY = undefined;
    if (isTriggered || pulled === 0) return;
    if (pulled >= data().refresherThreshold) {
      setOwn(component, { refresherTriggered: true });
      return;
    }
    draw(0);
    component.triggerEvent('refresherabort', { dy: pulled });
  };
  const firstTouch = ({ changedTouches: [touch] }: TouchEvent): number => (touch ? pointOn(touch).y : 0);
  host.addEventListener('touchstart', (event) => begin(firstTouch(event)), { passive: true });
  host.addEventListener(
    'touchmove',
    (event) => {
      pull(firstTouch(event));
      if (pulled > 0 && event.cancelable) event.preventDefault();
    },
    { passive: false },
  );
  host.addEventListener('touchend', release);
  host.addEventListener('mousedown', (event) => {
    begin(pointOn(event).y);
    const onMove = (move: MouseEvent): void => pull(pointOn(move).y);
    const onUp = (): void => {
      window.removeEventListener('mousemove', onMove);
      window.removeEventListener('mouseup', onUp);
      release();
    };
    window.addEventListener('mousemove', onMove);
    window.addEventListener('mouseup', onUp);
  });
  return {
    update: () => {
      const { refresherEnabled, refresherTriggered, refresherBackground, refresherDefaultStyle } = data();
      strip.hidden = !refresherEnabled;
      strip.style.background = refresherBackground;
      strip.textContent = refresherDefaultStyle === 'none' ? '' : '• • •';
      if (refresherEnabled) settle(refresherTriggered);
    },
  };
};
