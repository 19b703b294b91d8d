import { colourOf, contrast, over, type Colour } from '../colour';
import { ancestorsOf, isShown } from '../dom';
import { short, type Fault } from '../fault';
import { faded, groundsOf, inkOf, isIcon, opacityOf } from '../paints';
import { isDisabled } from './targets';

/** WCAG 2.1, 1.4.11: what has to be recognised to use the page; 1.4.3: words. */
const LEAST_ICON = 3;
const LEAST_WORDS = 4.5;

const worst = (ink: Colour, below: readonly Element[]): number =>
  Math.min(...groundsOf(below).map((ground) => contrast(over(ink, ground), ground)));

const around = (element: Element): Element[] => [...ancestorsOf(element)];

const iconFaults = (icon: Element): Fault[] => {
  const found = worst(inkOf(icon), around(icon).slice(1));
  const holder = icon.closest('[aria-label],[role]');
  const name = holder?.getAttribute('aria-label') ?? holder?.textContent?.trim() ?? icon.className;
  return found < LEAST_ICON
    ? [{ rule: '对比度', what: `图标（${short(name)}） ${found.toFixed(2)}（≥ ${LEAST_ICON}）` }]
    : [];
};

/** Words that a style puts in: no text of the document has them. */
const addedFaults = (element: Element): Fault[] =>
  ['::before', '::after'].flatMap((place) => {
    const { content, color, opacity, display, visibility } = getComputedStyle(element, place);
    const words = /^"(.*)"$/.exec(content)?.[1]?.trim() ?? '';
    if (words === '' || display === 'none' || visibility === 'hidden' || Number(opacity) === 0) return [];
    const ink = faded(colourOf(color), Number(opacity) * opacityOf(element));
    const found = worst(ink, around(element));
    return found < LEAST_WORDS
      ? [{ rule: '对比度', what: `“${short(words)}”（样式添上的） ${found.toFixed(2)}（≥ ${LEAST_WORDS}）` }]
      : [];
  });

/** What is seen and is no text: icons, and words of ::before and ::after. */
export const paintedFaults = (part: Element): Fault[] =>
  [...part.querySelectorAll('*')]
    .filter((element) => isShown(element) && !isDisabled(element))
    .flatMap((element) => [...(isIcon(element) ? iconFaults(element) : []), ...addedFaults(element)]);
