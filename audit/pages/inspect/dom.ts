/** Boxes of one line's height or more; half a pixel is rounding. */
export const SLACK = 1;

export const ancestorsOf = function* (element: Element | null): Generator<HTMLElement> {
  for (let each = element; each instanceof HTMLElement; each = each.parentElement) yield each;
};

export const isShown = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return (
    width > 0 && height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  );
};

const scrolls = (value: string): boolean => value === 'auto' || value === 'scroll';

export const scrollsSideways = (element: HTMLElement): boolean =>
  scrolls(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth;

/** The element it is fixed with to the screen, or null for what scrolls. */
export const fixedWith = (element: Element): HTMLElement | null => {
  for (const each of ancestorsOf(element)) {
    const { position } = getComputedStyle(each);
    if (position === 'fixed' || position === 'sticky') return each;
  }
  return null;
};

/** What of a box is seen of it through everything around it that scrolls up and down; null for nothing. */
const seenOf = (box: DOMRect, element: Element): DOMRect | null => {
  let { top, bottom } = box;
  for (const each of ancestorsOf(element)) {
    const { overflowY, position } = getComputedStyle(each);
    if (scrolls(overflowY)) {
      const frame = each.getBoundingClientRect();
      top = Math.max(top, frame.top);
      bottom = Math.min(bottom, frame.bottom);
    }
    if (position === 'fixed') break;
  }
  return bottom > top ? new DOMRect(box.left, top, box.width, bottom - top) : null;
};

export interface Text {
  readonly element: HTMLElement;
  readonly words: string;
  /** One a line. */
  readonly boxes: readonly DOMRect[];
}

/** Every text that is shown, with the boxes its lines take. */
export const textsIn = (root: Element): Text[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.textContent?.trim() ?? '';
    const element = node.parentElement;
    if (words === '' || !element || !isShown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()]
      .filter(({ width, height }) => width > 0 && height > 0)
      .flatMap((box) => seenOf(box, element) ?? []);
    if (boxes.length > 0) found.push({ element, words, boxes });
  }
  return found;
};

/** The pages that are on the screen: sheets and dialogs lie in them. */
export const currentPage = (): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>('wx-page')].filter(isShown).pop() ?? null;
