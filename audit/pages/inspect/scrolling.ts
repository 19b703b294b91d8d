import { ancestorsOf, scrollsDown, scrollsSideways } from './dom';

/** Scrolls as a finger would, and puts everything back. */
export class Scrolling {
  private readonly former = new Map<HTMLElement, { left: number; top: number }>();

  private scroll(element: HTMLElement, left: number, top: number): void {
    if (!this.former.has(element)) {
      this.former.set(element, { left: element.scrollLeft, top: element.scrollTop });
    }
    element.scrollBy({ left, top, behavior: 'instant' });
  }

  /** Brings a box as near to the middle of the screen as it goes. @param boxNow measured again after each step */
  bring(element: Element, boxNow: () => DOMRect | undefined): void {
    for (const each of ancestorsOf(element)) {
      const isSideways = scrollsSideways(each);
      const box = boxNow();
      if (box && (isSideways || scrollsDown(each))) {
        const frame = each.getBoundingClientRect();
        this.scroll(
          each,
          isSideways ? (box.left + box.right - frame.left - frame.right) / 2 : 0,
          (box.top + box.bottom - frame.top - frame.bottom) / 2,
        );
      }
      if (getComputedStyle(each).position === 'fixed') break;
    }
  }

  restore(): void {
    for (const [element, { left, top }] of this.former) {
      element.scrollTo({ left, top, behavior: 'instant' });
    }
  }
}
