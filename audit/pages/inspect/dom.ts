/** Boxes of one line's height or more; half a pixel is rounding. */
export const SLACK = 1;

/** Where the phone scrolls a page. */
const PAGE_VIEW = '.phone-page-view';

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

export const scrollsDown = (element: HTMLElement): boolean => scrolls(getComputedStyle(element).overflowY);

/** The element it is fixed with to the screen, or null for what scrolls. */
export const fixedWith = (element: Element): HTMLElement | null => {
  for (const each of ancestorsOf(element)) {
    const { position } = getComputedStyle(each);
    if (position === 'fixed' || position === 'sticky') return each;
  }
  return null;
};

/** What it moves with when a finger scrolls: a list of its own, what is fixed to the screen, or null for the page. */
export const movesWith = (element: Element): HTMLElement | null => {
  for (const each of ancestorsOf(element)) {
    if (each.matches(PAGE_VIEW)) return null;
    const { position } = getComputedStyle(each);
    if (scrollsDown(each) || position === 'fixed' || position === 'sticky') return each;
  }
  return null;
};

/**
 * What of a box is seen of it through the lists around it that scroll up and down; null for nothing. The page's own
 * scrolling hides nothing: all of the page is looked at.
 */
const seenOf = (box: DOMRect, element: Element): DOMRect | null => {
  let { top, bottom } = box;
  for (const each of ancestorsOf(element)) {
    if (each.matches(PAGE_VIEW) || getComputedStyle(each).position === 'fixed') break;
    if (scrollsDown(each)) {
      const frame = each.getBoundingClientRect();
      top = Math.max(top, frame.top);
      bottom = Math.min(bottom, frame.bottom);
    }
  }
  return bottom > top ? new DOMRect(box.left, top, box.width, bottom - top) : null;
};

export interface Text {
  readonly element: HTMLElement;
  readonly words: string;
  /** One a line, wherever it is scrolled to. */
  readonly boxes: readonly DOMRect[];
  /** Those of the boxes, or parts of them, that are not scrolled out of a list. */
  readonly seen: readonly DOMRect[];
  /** The boxes as they are now, after more scrolling. */
  readonly measure: () => readonly DOMRect[];
}

const linesOf = (range: Range): DOMRect[] =>
  [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);

/** Of an em: what a character's strokes fill, above and below its middle. */
const INK = 0.42;

/** The part of each line that its strokes fill: a line's box has room above and below them. */
export const inksOf = (element: Element, boxes: readonly DOMRect[]): DOMRect[] => {
  const em = parseFloat(getComputedStyle(element).fontSize);
  return boxes.map(({ left, top, width, height }) => {
    const half = Math.min(height / 2, em * INK);
    return new DOMRect(left, top + height / 2 - half, width, half * 2);
  });
};

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
    const boxes = linesOf(range);
    if (boxes.length === 0) continue;
    const seen = boxes.flatMap((box) => seenOf(box, element) ?? []);
    found.push({ element, words, boxes, seen, measure: () => linesOf(range) });
  }
  return found;
};

/** The pages that are on the screen: sheets and dialogs lie in them. */
export const currentPage = (): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>('wx-page')].filter(isShown).pop() ?? null;

export const viewOf = (page: HTMLElement): HTMLElement => page.closest<HTMLElement>(PAGE_VIEW) ?? page;

/** What can be looked at now: under a dialog the page waits, and is looked at without it. */
export const lookedAt = (page: HTMLElement): HTMLElement => {
  const dialog = [...page.querySelectorAll('[role=dialog]')].filter(isShown).pop();
  return dialog ? (fixedWith(dialog) ?? page) : page;
};
