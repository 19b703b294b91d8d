import { blackOrWhite, colourOf, coloursOf, contrast, over, WHITE, type Colour } from '../colour';
import { ancestorsOf, type Text } from '../dom';
import { short, type Fault } from '../fault';
import type { Scrolling } from '../scrolling';
import { isDisabled } from './targets';

const LEAST_CONTRAST = 4.5;
const LEAST_CONTRAST_LARGE = 3;
/** A veil thinner than this hides nothing. */
const LEAST_COVER = 0.1;

/** As the element is drawn, with everything around it. 0 … 1 */
const opacityOf = (element: Element): number => {
  let opacity = 1;
  for (const each of ancestorsOf(element)) opacity *= Number(getComputedStyle(each).opacity);
  return opacity;
};

const isPicture = (element: Element): boolean => /^(IMG|CANVAS|VIDEO)$/.test(element.tagName);

const faded = (colour: Colour, opacity: number): Colour => ({ ...colour, a: colour.a * opacity });

/** What an element paints in its box: one colour, or the extremes of what a picture may bring. */
const paintsOf = (element: Element): Colour[] => {
  const { backgroundColor, backgroundImage, maskImage } = getComputedStyle(element);
  // An icon: its colour fills a shape, not the box.
  if (maskImage !== '' && maskImage !== 'none') return [];
  const opacity = opacityOf(element);
  if (isPicture(element) || backgroundImage.includes('url(')) {
    return blackOrWhite.map((colour) => faded(colour, opacity));
  }
  const colours = backgroundImage === 'none' ? [colourOf(backgroundColor)] : coloursOf(backgroundImage);
  return colours.map((colour) => faded(colour, opacity)).filter(({ a }) => a > 0);
};

/** The colours a text may lie on. @param below what lies under it, the upmost first */
const groundsOf = (below: readonly Element[]): Colour[] =>
  [...below].reverse().reduce<Colour[]>(
    (grounds, element) => {
      const paints = paintsOf(element);
      return paints.length === 0
        ? grounds
        : grounds.flatMap((ground) => paints.map((top) => over(top, ground)));
    },
    [WHITE],
  );

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

/**
 * Looks at the middle of each line of a text, scrolled to the middle of the screen: what lies on it, and what it lies
 * on. At the end of a page nothing may stay under a bar that is fixed to the screen.
 * @param view what lies outside of it is the phone's own
 */
export const sightFaults = (texts: readonly Text[], view: Element, scrolling: Scrolling): Fault[] =>
  texts.flatMap((text) => {
    const { element, words, measure } = text;
    return text.boxes.flatMap((_, line) => {
      scrolling.bring(element, () => measure()[line]);
      const box = measure()[line];
      if (!box) return [];
      const stack = document
        .elementsFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        .filter((each) => view.contains(each));
      const own = stack.findIndex((each) => element.contains(each) || each.contains(element));
      const isCovered = stack.slice(0, own).some((each) => paintsOf(each).some(({ a }) => a >= LEAST_COVER));
      if (isCovered) return [{ rule: '被遮挡', what: `“${short(words)}” 滚动到中间仍被别的东西盖住` }];
      // Cut off where it lies: told as that.
      return stack[own] && element.contains(stack[own]) ? contrastFault(text, stack.slice(own)) : [];
    });
  });
