import { colourOf, contrast, over, type Colour } from './colour';
import { ancestorsOf, fixedWith, isShown, scrollsSideways, SLACK, type Text } from './dom';

export interface Fault {
  readonly rule: string;
  readonly what: string;
}

/** WeChat's audit (体验评分), and ours. */
const MOST_NODES = 1000;
const MOST_DEPTH = 30;
const MOST_CHILDREN = 60;
const LEAST_CONTRAST = 4.5;
const LEAST_CONTRAST_LARGE = 3;
const LEAST_TARGET = 44;

const FIELDS = 'input,textarea,[contenteditable]';
const TARGETS =
  '[role=button],[role=checkbox],[role=radio],[role=tab],[role=link],[role=switch],[role=option],button,wx-button,wx-input,wx-textarea,wx-switch,[data-taps]';
/** What has a role, of itself or by the attribute. vant's tabs have none and take none; its cells hold a field that has. */
const WITH_ROLE = '[role],button,wx-button,wx-input,wx-textarea,wx-switch,.van-tab';

const short = (words: string): string => (words.length > 24 ? `${words.slice(0, 24)}…` : words);
const isWx = (element: Element): boolean => element.tagName.startsWith('WX-');

export const treeFaults = (page: Element): Fault[] => {
  let nodes = 0;
  let deepest = 0;
  let widest = 0;
  const visit = (element: Element, depth: number): void => {
    nodes += 1;
    deepest = Math.max(deepest, depth);
    const children = [...element.children].filter(isWx);
    widest = Math.max(widest, children.length);
    for (const child of children) visit(child, depth + 1);
  };
  visit(page, 0);
  return [
    ...(nodes >= MOST_NODES ? [{ rule: '节点数', what: `${nodes}（< ${MOST_NODES}）` }] : []),
    ...(deepest >= MOST_DEPTH ? [{ rule: '节点深度', what: `${deepest}（< ${MOST_DEPTH}）` }] : []),
    ...(widest > MOST_CHILDREN ? [{ rule: '子节点数', what: `${widest}（≤ ${MOST_CHILDREN}）` }] : []),
  ];
};

/** What lies under a text; undefined where it is a picture. */
const groundOf = (element: HTMLElement): Colour | undefined => {
  const layers: Colour[] = [];
  for (const each of ancestorsOf(element)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(each);
    if (backgroundImage !== 'none') return undefined;
    const colour = colourOf(backgroundColor);
    if (colour.a > 0) layers.push(colour);
    if (colour.a === 1) break;
  }
  return layers.reverse().reduce((ground, layer) => over(layer, ground), { r: 255, g: 255, b: 255, a: 1 });
};

const isDisabled = (element: Element): boolean =>
  element.closest('[aria-disabled=true],[disabled],.van-button--disabled') !== null;

export const contrastFaults = (texts: readonly Text[]): Fault[] =>
  texts.flatMap(({ element, words }) => {
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const ground = groundOf(element);
    if (!ground || isDisabled(element)) return [];
    const size = parseFloat(fontSize);
    const isLarge = size >= 24 || (size >= 19 && Number(fontWeight) >= 700);
    const found = contrast(over(colourOf(color), ground), ground);
    const least = isLarge ? LEAST_CONTRAST_LARGE : LEAST_CONTRAST;
    return found < least
      ? [{ rule: '对比度', what: `“${short(words)}” ${found.toFixed(2)}（≥ ${least}）` }]
      : [];
  });

const nameOf = (element: Element): string =>
  (
    element.getAttribute('aria-label') ??
    element.querySelector('[aria-label]')?.getAttribute('aria-label') ??
    element.getAttribute('aria-placeholder') ??
    element.querySelector(FIELDS)?.getAttribute('placeholder') ??
    ''
  ).trim() ||
  (element.textContent?.trim() ?? '');

/** What a finger is meant to hit: the outermost of several that lie in each other. */
const targetsIn = (page: Element): Element[] =>
  [...page.querySelectorAll(TARGETS)].filter(
    (element) => isShown(element) && !element.parentElement?.closest(TARGETS) && !isDisabled(element),
  );

export const targetFaults = (page: Element): Fault[] =>
  targetsIn(page).flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    const name = nameOf(element);
    const isSmall = width < LEAST_TARGET - SLACK / 2 || height < LEAST_TARGET - SLACK / 2;
    const isRoleless =
      element.matches('[data-taps]') && !element.matches(WITH_ROLE) && !element.querySelector(FIELDS);
    return [
      ...(isSmall
        ? [
            {
              rule: '点按区域',
              what: `“${short(name)}” ${width.toFixed(0)}×${height.toFixed(0)}（≥ ${LEAST_TARGET}）`,
            },
          ]
        : []),
      ...(name === ''
        ? [{ rule: '名称', what: `${element.tagName.toLowerCase()}.${element.className} 没有读屏名称` }]
        : []),
      ...(isRoleless ? [{ rule: '角色', what: `“${short(name)}” 可点但没有 aria-role` }] : []),
    ];
  });

export const pictureFaults = (page: Element): Fault[] =>
  [...page.querySelectorAll('wx-image')]
    .filter((image) => isShown(image) && !image.closest('[aria-hidden=true],[aria-label]'))
    .map((image) => ({ rule: '名称', what: `图片 ${image.className} 没有 aria-label，也没有 aria-hidden` }));

const inside = (box: DOMRect, frame: { left: number; right: number }): boolean =>
  box.left >= frame.left - SLACK && box.right <= frame.right + SLACK;

/** Texts cut off by their own box or an ancestor's, or beyond the edge of the screen. */
export const clippingFaults = (texts: readonly Text[], screenWidth: number): Fault[] =>
  texts.flatMap(({ element, words, boxes }) => {
    const clipped = (why: string): Fault[] => [{ rule: '文字被截', what: `“${short(words)}” ${why}` }];
    let isEllipsis = false;
    for (const each of ancestorsOf(element)) {
      if (scrollsSideways(each)) return [];
      const style = getComputedStyle(each);
      const frame = each.getBoundingClientRect();
      if (style.overflowX !== 'visible') {
        // From there on it is shortened, and says so.
        isEllipsis ||= style.textOverflow === 'ellipsis';
        if (!isEllipsis && !boxes.every((box) => inside(box, frame))) return clipped('超出左右边界');
      }
      if (style.overflowY === 'hidden' && style.webkitLineClamp === 'none') {
        const isWhole = boxes.every((box) => {
          const middle = (box.top + box.bottom) / 2;
          return middle >= frame.top && middle <= frame.bottom;
        });
        if (!isWhole && frame.height > 0) return clipped('超出上下边界');
      }
      // What scrolls shows the rest when it is scrolled.
      if (style.position === 'fixed' || style.overflowY === 'auto' || style.overflowY === 'scroll') break;
    }
    const isOnScreen = isEllipsis || boxes.every((box) => inside(box, { left: 0, right: screenWidth }));
    return isOnScreen ? [] : clipped('超出屏幕');
  });

const overlap = (a: DOMRect, b: DOMRect): boolean => {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 2 && height > Math.min(a.height, b.height) * 0.3;
};

/** Texts that lie on each other; what is fixed to the screen is held against its like only. */
export const overlapFaults = (texts: readonly Text[]): Fault[] => {
  const faults: Fault[] = [];
  const layers = texts.map(({ element }) => fixedWith(element));
  for (const [index, one] of texts.entries()) {
    for (let other = index + 1; other < texts.length; other += 1) {
      const two = texts[other];
      if (!two || layers[index] !== layers[other]) continue;
      if (one.element.contains(two.element) || two.element.contains(one.element)) continue;
      if (one.boxes.some((a) => two.boxes.some((b) => overlap(a, b)))) {
        faults.push({ rule: '文字重叠', what: `“${short(one.words)}” 与 “${short(two.words)}”` });
      }
    }
  }
  return faults;
};

/** At the end of the page nothing may stay under a bar that is fixed to the screen. */
export const coveredFaults = (texts: readonly Text[]): Fault[] => {
  // A dialog is meant to lie over the page.
  const bars = new Set(
    texts
      .flatMap(({ element }) => fixedWith(element) ?? [])
      .filter((bar) => !bar.querySelector('[role=dialog]')),
  );
  const bottoms = [...bars]
    .map((bar) => bar.getBoundingClientRect())
    .filter(({ top, bottom, height }) => height < innerHeight / 2 && bottom >= innerHeight - 120 && top > 0);
  const last = texts.filter(({ element }) => !fixedWith(element)).pop();
  const end = last?.boxes[last.boxes.length - 1];
  if (
    !last ||
    !end ||
    !bottoms.some(({ top, left, right }) => end.bottom > top + SLACK && end.left < right && end.right > left)
  )
    return [];
  return [{ rule: '被遮挡', what: `“${short(last.words)}” 滚动到底仍在操作栏下面` }];
};
