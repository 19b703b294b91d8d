import { dataOf, setOwn, type Builtin } from '../support/define';
import { listenToDrag } from '../support/drag';
import { keepNode } from '../support/handles';
import { createRefresher } from './refresher';

export interface ScrollData {
  readonly scrollX: boolean;
  readonly scrollY: boolean;
  readonly scrollTop: number | string;
  readonly scrollLeft: number | string;
  readonly scrollIntoView: string;
  readonly scrollWithAnimation: boolean;
  readonly upperThreshold: number;
  readonly lowerThreshold: number;
  readonly enhanced: boolean;
  readonly showScrollbar: boolean;
  readonly pagingEnabled: boolean;
  readonly refresherEnabled: boolean;
  readonly refresherThreshold: number;
  readonly refresherDefaultStyle: string;
  readonly refresherBackground: string;
  readonly refresherTriggered: boolean;
}

/** What `node` of a selector query gives of an enhanced scroll-view (docs: ScrollViewContext). */
const contextOf = (host: HTMLElement): object => ({
  scrollTo: ({ top, left, animated = true }: { top?: number; left?: number; animated?: boolean }) =>
    host.scrollTo({
      ...(top === undefined ? {} : { top }),
      ...(left === undefined ? {} : { left }),
      behavior: animated ? 'smooth' : 'auto',
    }),
  scrollIntoView: (selector: string) => host.querySelector(selector)?.scrollIntoView({ block: 'start' }),
});

export const scrollView: Builtin = {
  hasSlot: true,
  properties: {
    scrollX: Boolean,
    scrollY: Boolean,
    upperThreshold: { type: Number, value: 50 },
    lowerThreshold: { type: Number, value: 50 },
    scrollTop: { type: null, value: -1 },
    scrollLeft: { type: null, value: -1 },
    scrollIntoView: String,
    scrollIntoViewOffset: { type: Number, value: 0 },
    scrollWithAnimation: Boolean,
    enableBackToTop: Boolean,
    enablePassive: Boolean,
    enableFlex: Boolean,
    scrollAnchoring: Boolean,
    refresherEnabled: Boolean,
    refresherThreshold: { type: Number, value: 45 },
    refresherDefaultStyle: { type: String, value: 'black' },
    refresherBackground: { type: String, value: 'transparent' },
    refresherTriggered: Boolean,
    enhanced: Boolean,
    bounces: { type: Boolean, value: true },
    showScrollbar: { type: Boolean, value: true },
    pagingEnabled: Boolean,
    fastDeceleration: Boolean,
    type: { type: String, value: 'list' },
  },
  create: (component, host) => {
    const data = (): ScrollData => dataOf<ScrollData>(component);
    const refresher = createRefresher(component, host, data);
    keepNode(host, contextOf(host));
    let [wasAtStart, wasAtEnd] = [true, false];
    let [lastTop, lastLeft] = [0, 0];
    host.addEventListener('scroll', () => {
      const { lowerThreshold, upperThreshold, scrollY } = data();
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = host;
      const [deltaX, deltaY] = [lastLeft - scrollLeft, lastTop - scrollTop];
      [lastTop, lastLeft] = [scrollTop, scrollLeft];
      component.triggerEvent('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY });
      const [from, rest] = scrollY
        ? [scrollTop, scrollHeight - clientHeight - scrollTop]
        : [scrollLeft, scrollWidth - clientWidth - scrollLeft];
      const isAtEnd = rest <= lowerThreshold;
      const isAtStart = from <= upperThreshold;
      if (isAtStart && !wasAtStart)
        component.triggerEvent('scrolltoupper', { direction: scrollY ? 'top' : 'left' });
      if (isAtEnd && !wasAtEnd)
        component.triggerEvent('scrolltolower', { direction: scrollY ? 'bottom' : 'right' });
      [wasAtStart, wasAtEnd] = [isAtStart, isAtEnd];
    });
    listenToDrag(host, {
      start: () => {
        if (data().enhanced) component.triggerEvent('dragstart', { scrollTop: host.scrollTop });
        return data().enhanced;
      },
      move: () => component.triggerEvent('dragging', { scrollTop: host.scrollTop }),
      end: () => component.triggerEvent('dragend', { scrollTop: host.scrollTop }),
    });
    let shown = { top: -1, left: -1, into: '' };
    return () => {
      const now = data();
      const [top, left] = [parseFloat(String(now.scrollTop)), parseFloat(String(now.scrollLeft))];
      host.style.overflowX = now.scrollX ? 'auto' : 'hidden';
      host.style.overflowY = now.scrollY ? 'auto' : 'hidden';
      host.classList.toggle('phone-no-scrollbar', now.enhanced && !now.showScrollbar);
      host.classList.toggle('phone-paging', now.enhanced && now.pagingEnabled);
      const behavior: ScrollBehavior = now.scrollWithAnimation ? 'smooth' : 'auto';
      if (top >= 0 && top !== shown.top) host.scrollTo({ top, behavior });
      if (left >= 0 && left !== shown.left) host.scrollTo({ left, behavior });
      if (now.scrollIntoView && now.scrollIntoView !== shown.into) {
        host
          .querySelector(`#${CSS.escape(now.scrollIntoView)}`)
          ?.scrollIntoView({ behavior, block: 'start' });
      }
      shown = { top, left, into: now.scrollIntoView };
      refresher.update();
    };
  },
  attached: (component) => {
    // What is scrolled to may have been attached only now.
    const { scrollIntoView } = dataOf<ScrollData>(component);
    if (!scrollIntoView) return;
    setOwn(component, { scrollIntoView: '' });
    setOwn(component, { scrollIntoView });
  },
};
