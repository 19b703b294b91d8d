import { fixedWith, isShown, movesWith, SLACK } from '../dom';
import { short, type Fault } from '../fault';

const LEAST_TARGET = 44;

const FIELDS = 'input,textarea,[contenteditable]';
/** What a finger is meant to hit. */
export const TARGETS =
  '[role=button],[role=checkbox],[role=radio],[role=tab],[role=link],[role=switch],[role=option],button,wx-button,wx-input,wx-textarea,wx-switch,[data-taps]';
/** What has a role, of itself or by the attribute. vant's cells hold a field that has. */
const WITH_ROLE = '[role],button,wx-button,wx-input,wx-textarea,wx-switch';

export const isDisabled = (element: Element): boolean =>
  element.closest('[aria-disabled=true],[disabled],.van-button--disabled') !== null;

const nameOf = (element: Element): string =>
  (
    element.getAttribute('aria-label') ??
    element.querySelector('[aria-label]')?.getAttribute('aria-label') ??
    element.getAttribute('aria-placeholder') ??
    element.querySelector(FIELDS)?.getAttribute('placeholder') ??
    ''
  ).trim() ||
  (element.textContent?.trim() ?? '');

/** Those inside another one too: a cross in a row has a finger's room of its own. */
export const targetsIn = (page: Element): Element[] =>
  [...page.querySelectorAll(TARGETS)].filter((element) => isShown(element) && !isDisabled(element));

export const targetFaults = (page: Element): Fault[] =>
  targetsIn(page).flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    const name = nameOf(element);
    const isSmall = width < LEAST_TARGET - SLACK / 2 || height < LEAST_TARGET - SLACK / 2;
    const isRoleless =
      element.matches('[data-taps~=tap]') && !element.matches(WITH_ROLE) && !element.querySelector(FIELDS);
    const size = `${width.toFixed(0)}×${height.toFixed(0)}`;
    return [
      ...(isSmall ? [{ rule: '点按区域', what: `“${short(name)}” ${size}（≥ ${LEAST_TARGET}）` }] : []),
      ...(name === ''
        ? [{ rule: '名称', what: `${element.tagName.toLowerCase()}.${element.className} 没有读屏名称` }]
        : []),
      ...(isRoleless ? [{ rule: '角色', what: `“${short(name)}” 可点但没有 aria-role` }] : []),
    ];
  });

/** Of two targets that lie on each other a finger may hit the wrong one; a few pixels are the edge of one. */
const MOST_SHARED = 4;

interface Placed {
  readonly element: Element;
  readonly box: DOMRect;
  readonly mover: HTMLElement | null;
  readonly fixed: HTMLElement | null;
}

const share = (a: DOMRect, b: DOMRect): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > MOST_SHARED &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > MOST_SHARED;

/** A button on a picture that fills the screen: whoever misses it hits what is seen all around it. */
const TIMES_LARGER = 4;

const liesOn = (small: DOMRect, large: DOMRect): boolean =>
  small.left >= large.left &&
  small.right <= large.right &&
  small.top >= large.top &&
  small.bottom <= large.bottom &&
  large.width * large.height >= TIMES_LARGER * small.width * small.height;

/** Targets that lie on each other and move together; what is inside another has its own room in it. */
export const meetingFaults = (page: Element): Fault[] => {
  const placed = targetsIn(page).map(
    (element): Placed => ({
      element,
      box: element.getBoundingClientRect(),
      mover: movesWith(element),
      fixed: fixedWith(element),
    }),
  );
  return placed.flatMap((one, index) =>
    placed
      .slice(index + 1)
      .filter(
        (two) =>
          one.mover === two.mover &&
          one.fixed === two.fixed &&
          !one.element.contains(two.element) &&
          share(one.box, two.box) &&
          !liesOn(one.box, two.box) &&
          !liesOn(two.box, one.box),
      )
      .map((two) => ({
        rule: '点按区域',
        what: `“${short(nameOf(one.element))}” 与 “${short(nameOf(two.element))}” 叠在一起`,
      })),
  );
};

export const pictureFaults = (page: Element): Fault[] =>
  [...page.querySelectorAll('wx-image')]
    .filter((image) => isShown(image) && !image.closest('[aria-hidden=true],[aria-label]'))
    .map((image) => ({ rule: '名称', what: `图片 ${image.className} 没有 aria-label，也没有 aria-hidden` }));
