import { colourOf, contrast, over } from '../colour';
import type { Text } from '../dom';
import { short, type Fault } from '../fault';
import { faded, groundsOf, inkOf, isIcon, opacityOf, paintsOf } from '../paints';
import type { Scrolling } from '../scrolling';
import { isDisabled } from './targets';

const LEAST_CONTRAST = 4.5;
const LEAST_CONTRAST_LARGE = 3;
/** A veil thinner than this hides nothing. */
const LEAST_COVER = 0.1;

const contrastFault = ({ element, words }: Text, below: readonly Element[]): Fault[] => {
  if (isDisabled(element)) return [];
  const { color, fontSize, fontWeight } = getComputedStyle(element);
  const size = parseFloat(fontSize);
  const isLarge = size >= 24 || (size >= 19 && Number(fontWeight) >= 700);
  const least = isLarge ? LEAST_CONTRAST_LARGE : LEAST_CONTRAST;
  const ink = faded(colourOf(color), opacityOf(element));
  const found = Math.min(...groundsOf(below).map((ground) => contrast(over(ink, ground), ground)));
  return found < least
    ? [{ rule: '对比度', what: `“${short(words)}” ${found.toFixed(2)}（≥ ${least}）` }]
    : [];
};

const covers = (element: Element): boolean =>
  isIcon(element) ? inkOf(element).a >= LEAST_COVER : paintsOf(element).some(({ a }) => a >= LEAST_COVER);

/** Where a line is looked at: its middle first, near both ends, above and below. */
const spotsOf = ({ left, top, width, height }: DOMRect): (readonly [number, number])[] => {
  const [middle, half] = [left + width / 2, top + height / 2];
  const inset = Math.min(width / 2, Math.max(2, width * 0.08));
  return [
    [middle, half],
    [left + inset, half],
    [left + width - inset, half],
    [middle, top + height * 0.3],
    [middle, top + height * 0.7],
  ];
};

/** What lies on a text at one spot, and what it lies on; undefined where the text itself is not found there. */
const lookAt = ({ element }: Text, view: Element, [x, y]: readonly [number, number]) => {
  const stack = document.elementsFromPoint(x, y).filter((each) => view.contains(each));
  const own = stack.findIndex((each) => element.contains(each) || each.contains(element));
  const isCovered = stack.slice(0, Math.max(0, own)).some(covers);
  const found = stack[own];
  // Cut off where it lies: told as that.
  return { isCovered, below: found && element.contains(found) ? stack.slice(own) : undefined };
};

/**
 * Looks at each line of a text, scrolled to the middle of the screen: what lies on it, and what it lies on. At the end
 * of a page nothing may stay under a bar that is fixed to the screen.
 * @param view what lies outside of it is the phone's own
 */
export const sightFaults = (texts: readonly Text[], view: Element, scrolling: Scrolling): Fault[] =>
  texts.flatMap((text) => {
    const { element, words, measure } = text;
    return text.boxes.flatMap((_, line) => {
      scrolling.bring(element, () => measure()[line]);
      const box = measure()[line];
      if (!box) return [];
      const looks = spotsOf(box).map((spot) => lookAt(text, view, spot));
      if (looks.some(({ isCovered }) => isCovered)) {
        return [{ rule: '被遮挡', what: `“${short(words)}” 滚动到中间仍被别的东西盖住` }];
      }
      const [middle] = looks;
      return middle?.below ? contrastFault(text, middle.below) : [];
    });
  });
