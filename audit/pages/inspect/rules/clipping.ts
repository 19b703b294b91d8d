import { ancestorsOf, inksOf, scrollsDown, scrollsSideways, SLACK, type Text } from '../dom';
import { short, type Fault } from '../fault';
import { TARGETS } from './targets';

/** Of a shortened text: what opens the whole of it has to be recognised. */
const LEAST_SHOWN = 0.5;

const inside = (box: DOMRect, frame: { left: number; right: number }): boolean =>
  box.left >= frame.left - SLACK && box.right <= frame.right + SLACK;

/** 0 … 1: how much of a text is left by `…`; undefined where the style shortens nothing. */
const shownShare = (element: HTMLElement): number | undefined => {
  const { textOverflow, webkitLineClamp } = getComputedStyle(element);
  const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
  if (webkitLineClamp !== 'none') return clientHeight / Math.max(clientHeight, scrollHeight);
  if (textOverflow === 'ellipsis') return clientWidth / Math.max(clientWidth, scrollWidth);
  return undefined;
};

/** What is wrong with a shortened text; a pixel is rounding. */
const shorteningFault = (element: HTMLElement, share: number): string | undefined => {
  if (
    element.scrollWidth <= element.clientWidth + SLACK &&
    element.scrollHeight <= element.clientHeight + SLACK
  )
    return undefined;
  if (!element.closest(TARGETS)) return '末尾成了省略号，又没有地方可以点开看全';
  return share < LEAST_SHOWN ? `只露出 ${(share * 100).toFixed(0)}%（≥ ${LEAST_SHOWN * 100}%）` : undefined;
};

const clippingOf = ({ element, boxes }: Text, screenWidth: number): string | undefined => {
  let isShortened = false;
  for (const each of ancestorsOf(element)) {
    if (scrollsSideways(each)) return undefined;
    const style = getComputedStyle(each);
    const frame = each.getBoundingClientRect();
    if (style.overflowX !== 'visible') {
      const share = isShortened ? undefined : shownShare(each);
      if (share !== undefined) {
        const fault = shorteningFault(each, share);
        if (fault) return fault;
        isShortened = true;
      }
      if (!isShortened && !boxes.every((box) => inside(box, frame))) return '超出左右边界';
    }
    if (style.overflowY === 'hidden' && style.webkitLineClamp === 'none' && !isShortened) {
      const isWhole = inksOf(element, boxes).every(
        ({ top, bottom }) => top >= frame.top - SLACK && bottom <= frame.bottom + SLACK,
      );
      if (!isWhole && frame.height > 0) return '超出上下边界';
    }
    // What scrolls shows the rest when it is scrolled.
    if (style.position === 'fixed' || scrollsDown(each)) break;
  }
  const isOnScreen = isShortened || boxes.every((box) => inside(box, { left: 0, right: screenWidth }));
  return isOnScreen ? undefined : '超出屏幕';
};

/** Texts cut off by their own box or an ancestor's, beyond the edge of the screen, or shortened too far. */
export const clippingFaults = (texts: readonly Text[], screenWidth: number): Fault[] =>
  texts.flatMap((text) => {
    const why = clippingOf(text, screenWidth);
    return why === undefined ? [] : [{ rule: '文字被截', what: `“${short(text.words)}” ${why}` }];
  });
