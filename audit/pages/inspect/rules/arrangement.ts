import { fixedWith, movesWith, SLACK, type Text } from '../dom';
import { short, type Fault } from '../fault';

const across = (a: DOMRect, b: DOMRect): number => Math.min(a.right, b.right) - Math.max(a.left, b.left);
const along = (a: DOMRect, b: DOMRect): number => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);

const overlap = (a: DOMRect, b: DOMRect): boolean =>
  across(a, b) > 2 && along(a, b) > Math.min(a.height, b.height) * 0.3;

const around = (boxes: readonly DOMRect[]): DOMRect => {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
};

/** Whether what is read second stands before: above it in one column, or left of it in one line. */
const standsBefore = (second: DOMRect, first: DOMRect): boolean =>
  (second.bottom <= first.top + SLACK && across(first, second) > 2) ||
  (second.right <= first.left + SLACK && along(first, second) > Math.min(first.height, second.height) * 0.5);

interface Placed extends Text {
  readonly around: DOMRect;
  readonly mover: HTMLElement | null;
  readonly fixed: HTMLElement | null;
  /** Whether it is read aloud. */
  readonly isRead: boolean;
}

/** Where two texts move independently only what is seen of them can meet; what floats is held against its like only. */
const liesOn = (one: Placed, two: Placed): boolean => {
  if (one.fixed !== two.fixed) return false;
  const [boxes, others] = one.mover === two.mover ? [one.boxes, two.boxes] : [one.seen, two.seen];
  return boxes.some((a) => others.some((b) => overlap(a, b)));
};

/** Texts that lie on each other, and texts that are read aloud in another order than they stand. */
export const arrangementFaults = (texts: readonly Text[]): Fault[] => {
  const faults: Fault[] = [];
  const placed: Placed[] = texts.map((text) => ({
    ...text,
    around: around(text.boxes),
    mover: movesWith(text.element),
    fixed: fixedWith(text.element),
    isRead: text.element.closest('[aria-hidden=true]') === null,
  }));
  for (const [index, one] of placed.entries()) {
    for (const two of placed.slice(index + 1)) {
      if (one.element.contains(two.element) || two.element.contains(one.element)) continue;
      const names = `“${short(one.words)}” 与 “${short(two.words)}”`;
      if (liesOn(one, two)) faults.push({ rule: '文字重叠', what: names });
      else if (one.isRead && two.isRead && one.mover === two.mover && standsBefore(two.around, one.around)) {
        faults.push({ rule: '读屏次序', what: `${names} 次序与看到的相反` });
      }
    }
  }
  return faults;
};
