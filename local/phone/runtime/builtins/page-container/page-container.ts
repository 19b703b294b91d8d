import { guardBack } from '../../back-guard';
import { resolveLengths } from '../../units';
import { dataOf, setOwn, type Builtin } from '../support/define';

interface ContainerData {
  readonly show: boolean;
  readonly duration: number;
  readonly zIndex: number;
  readonly overlay: boolean;
  readonly position: string;
  readonly round: boolean;
  readonly overlayStyle: string;
  readonly customStyle: string;
}

/** A page on the page: shown and hidden by sliding; a step back closes it first. */
export const pageContainer: Builtin = {
  hasSlot: true,
  properties: {
    show: Boolean,
    duration: { type: Number, value: 300 },
    zIndex: { type: Number, value: 100 },
    overlay: { type: Boolean, value: true },
    position: { type: String, value: 'bottom' },
    round: Boolean,
    closeOnSlideDown: Boolean,
    overlayStyle: String,
    customStyle: String,
  },
  create: (component, host) => {
    const mask = document.createElement('div');
    mask.className = 'phone-container-mask';
    mask.addEventListener('click', () => component.triggerEvent('clickoverlay', {}));
    let isShown = false;
    let unguard: (() => void) | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const after = (name: string, duration: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => component.triggerEvent(name, {}), duration);
    };
    const enter = (duration: number): void => {
      component.triggerEvent('beforeenter', {});
      component.triggerEvent('enter', {});
      unguard = guardBack(() => setOwn(component, { show: false }));
      after('afterenter', duration);
    };
    const leave = (duration: number): void => {
      unguard?.();
      component.triggerEvent('beforeleave', {});
      component.triggerEvent('leave', {});
      after('afterleave', duration);
    };
    return () => {
      const now = dataOf<ContainerData>(component);
      if (host.parentNode && mask.parentNode !== host.parentNode) host.before(mask);
      host.style.cssText = resolveLengths(
        `${now.customStyle};z-index:${now.zIndex};transition-duration:${now.duration}ms`,
      );
      mask.setAttribute('style', resolveLengths(`${now.overlayStyle};z-index:${now.zIndex - 1}`));
      mask.hidden = !now.show || !now.overlay;
      host.dataset['position'] = now.position;
      host.toggleAttribute('data-round', now.round);
      host.toggleAttribute('data-shown', now.show);
      if (now.show === isShown) return;
      isShown = now.show;
      if (isShown) enter(now.duration);
      else leave(now.duration);
    };
  },
  detached: (_, host) => {
    if (
      host.previousSibling instanceof HTMLElement &&
      host.previousSibling.className === 'phone-container-mask'
    ) {
      host.previousSibling.remove();
    }
  },
};
