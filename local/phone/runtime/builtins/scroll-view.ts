import type { Builtin } from './define';

export const scrollView: Builtin = {
  hasSlot: true,
  properties: {
    scrollX: Boolean,
    scrollY: Boolean,
    scrollTop: { type: Number, value: -1 },
    scrollLeft: { type: Number, value: -1 },
    scrollIntoView: String,
    scrollWithAnimation: Boolean,
    upperThreshold: { type: Number, value: 50 },
    lowerThreshold: { type: Number, value: 50 },
    enhanced: Boolean,
    showScrollbar: Boolean,
    enablePassive: Boolean,
    enableFlex: Boolean,
    type: String,
  },
  create: (component, host) => {
    let wasAtEnd = false;
    let shown = { top: -1, left: -1, into: '' };
    host.addEventListener('scroll', () => {
      const { lowerThreshold, scrollY } = component.data as { lowerThreshold: number; scrollY: boolean };
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = host;
      component.triggerEvent('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth });
      const rest = scrollY ? scrollHeight - clientHeight - scrollTop : scrollWidth - clientWidth - scrollLeft;
      const isAtEnd = rest <= lowerThreshold;
      if (isAtEnd && !wasAtEnd)
        component.triggerEvent('scrolltolower', { direction: scrollY ? 'bottom' : 'right' });
      wasAtEnd = isAtEnd;
    });
    return () => {
      const data = component.data as {
        scrollX: boolean;
        scrollY: boolean;
        scrollTop: number;
        scrollLeft: number;
        scrollIntoView: string;
        scrollWithAnimation: boolean;
      };
      host.style.overflowX = data.scrollX ? 'auto' : 'hidden';
      host.style.overflowY = data.scrollY ? 'auto' : 'hidden';
      const behavior: ScrollBehavior = data.scrollWithAnimation ? 'smooth' : 'auto';
      if (data.scrollTop >= 0 && data.scrollTop !== shown.top)
        host.scrollTo({ top: data.scrollTop, behavior });
      if (data.scrollLeft >= 0 && data.scrollLeft !== shown.left)
        host.scrollTo({ left: data.scrollLeft, behavior });
      if (data.scrollIntoView && data.scrollIntoView !== shown.into) {
        host
          .querySelector(`#${CSS.escape(data.scrollIntoView)}`)
          ?.scrollIntoView({ behavior, block: 'start' });
      }
      shown = { top: data.scrollTop, left: data.scrollLeft, into: data.scrollIntoView };
    };
  },
};
