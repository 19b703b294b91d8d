import { settings } from '../../settings';
import { resolveLengths } from '../../units';
import { dataOf, type Builtin } from '../support/define';

interface MetaData {
  readonly pageStyle: string;
  readonly pageFontSize: string;
  readonly rootFontSize: string;
  readonly rootBackgroundColor: string;
  readonly scrollTop: string;
}

/** WeChat's default type, px; `system` follows what the person set. */
const BASE_FONT_PX = 16;

const fontSize = (value: string): string =>
  value === 'system' ? `${BASE_FONT_PX * settings.font}px` : resolveLengths(value);

/** The page's own style, as its template binds it. */
export const pageMeta: Builtin = {
  hasSlot: true,
  properties: {
    backgroundTextStyle: String,
    backgroundColor: String,
    rootBackgroundColor: String,
    scrollTop: String,
    scrollDuration: { type: Number, value: 300 },
    pageStyle: String,
    pageFontSize: String,
    rootFontSize: String,
    pageOrientation: String,
  },
  create: (component, host) => {
    let scrolled = '';
    const update = (): void => {
      const page = host.closest<HTMLElement>('wx-page');
      if (!page) return;
      const now = dataOf<MetaData>(component);
      page.style.cssText = resolveLengths(now.pageStyle ?? '');
      if (now.pageFontSize) page.style.fontSize = fontSize(now.pageFontSize);
      if (now.rootFontSize) document.documentElement.style.fontSize = fontSize(now.rootFontSize);
      const scroller = page.parentElement;
      if (scroller && now.rootBackgroundColor) scroller.style.backgroundColor = now.rootBackgroundColor;
      if (!scroller || now.scrollTop === scrolled || !now.scrollTop) return;
      scrolled = now.scrollTop;
      scroller.scrollTo({ top: parseFloat(resolveLengths(now.scrollTop)) });
      component.triggerEvent('scrolldone', {});
    };
    return update;
  },
  attached: (component, host) => {
    const scroller = host.closest('wx-page')?.parentElement;
    scroller?.addEventListener('scroll', () =>
      component.triggerEvent('scroll', { scrollTop: scroller.scrollTop }),
    );
  },
};
