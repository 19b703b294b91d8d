import { inksOf, SLACK, type Text } from '../dom';
import { short, type Fault } from '../fault';

const LEAST_TYPE = 11;
/** What has an edge of its own that words may not cross. */
const BUTTONS = 'button,wx-button,[role=button],[role=radio],[role=tab],[role=switch]';

const hasEdge = (element: Element): boolean => {
  const { backgroundColor, borderTopWidth, borderTopStyle } = getComputedStyle(element);
  const isPainted = !/, 0\)$|^transparent$/.test(backgroundColor);
  return isPainted || (borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0);
};

/** Lines nearer to each other than their type is high; pieces of one line stand at one height. */
const linesMeet = ({ element, boxes }: Text): boolean => {
  const em = parseFloat(getComputedStyle(element).fontSize);
  const middles = boxes.map(({ top, bottom }) => (top + bottom) / 2).sort((a, b) => a - b);
  return middles.some((middle, at) => {
    const apart = middle - (middles[at - 1] ?? -Infinity);
    return apart > em / 2 && apart < em - SLACK / 2;
  });
};

const leavesButton = ({ element, boxes }: Text): boolean => {
  const button = element.closest(BUTTONS);
  if (!button || !hasEdge(button)) return false;
  const frame = button.getBoundingClientRect();
  return inksOf(element, boxes).some(
    ({ left, right, top, bottom }) =>
      left < frame.left - SLACK ||
      right > frame.right + SLACK ||
      top < frame.top - SLACK ||
      bottom > frame.bottom + SLACK,
  );
};

/** Type too small to read, lines of one text that lie on each other, a button's words across its edge. */
export const lineFaults = (texts: readonly Text[]): Fault[] =>
  texts.flatMap((text) => {
    const size = parseFloat(getComputedStyle(text.element).fontSize);
    const name = `“${short(text.words)}”`;
    return [
      ...(size < LEAST_TYPE ? [{ rule: '字号', what: `${name} ${size}（≥ ${LEAST_TYPE}）` }] : []),
      ...(linesMeet(text) ? [{ rule: '文字重叠', what: `${name} 的两行叠在一起` }] : []),
      ...(leavesButton(text) ? [{ rule: '文字被截', what: `${name} 超出按钮的边` }] : []),
    ];
  });
