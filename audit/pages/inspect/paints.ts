import { blackOrWhite, colourOf, coloursOf, over, WHITE, type Colour } from './colour';
import { ancestorsOf } from './dom';

/** As the element is drawn, with everything around it. 0 … 1 */
export const opacityOf = (element: Element): number => {
  let opacity = 1;
  for (const each of ancestorsOf(element)) opacity *= Number(getComputedStyle(each).opacity);
  return opacity;
};

/** Drawn by the colour of a masked box (components/icon). */
export const isIcon = (element: Element): boolean => {
  const { maskImage } = getComputedStyle(element);
  return maskImage !== '' && maskImage !== 'none';
};

/** 0 … 1: how much an icon's shape covers of what lies under it. */
export const inkOf = (icon: Element): Colour =>
  faded(colourOf(getComputedStyle(icon).backgroundColor), opacityOf(icon));

const isPicture = (element: Element): boolean => /^(IMG|CANVAS|VIDEO)$/.test(element.tagName);

export const faded = (colour: Colour, opacity: number): Colour => ({ ...colour, a: colour.a * opacity });

/** What an element paints in its box: one colour, or the extremes of what a picture may bring. */
export const paintsOf = (element: Element): Colour[] => {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  // An icon: its colour fills a shape, not the box.
  if (isIcon(element)) return [];
  const opacity = opacityOf(element);
  if (isPicture(element) || backgroundImage.includes('url(')) {
    return blackOrWhite.map((colour) => faded(colour, opacity));
  }
  const colours = backgroundImage === 'none' ? [colourOf(backgroundColor)] : coloursOf(backgroundImage);
  return colours.map((colour) => faded(colour, opacity)).filter(({ a }) => a > 0);
};

/** The colours a text may lie on. @param below what lies under it, the upmost first */
export const groundsOf = (below: readonly Element[]): Colour[] =>
  [...below].reverse().reduce<Colour[]>(
    (grounds, element) => {
      const paints = paintsOf(element);
      return paints.length === 0
        ? grounds
        : grounds.flatMap((ground) => paints.map((top) => over(top, ground)));
    },
    [WHITE],
  );
