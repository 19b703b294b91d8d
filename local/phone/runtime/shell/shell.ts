/** The phone as one sees it: a screen with a navigation bar, pages and a tab bar, and a layer for WeChat's own dialogs. */
export interface Shell {
  readonly screen: HTMLElement;
  readonly bar: HTMLElement;
  readonly pages: HTMLElement;
  readonly tabs: HTMLElement;
  readonly layer: HTMLElement;
  readonly panel: HTMLElement;
}

/** The shell's class names are its own: the mini program's stand unprefixed beside them. */
const classes = (names: string): string =>
  names
    .split(' ')
    .map((name) => `phone-${name}`)
    .join(' ');

const element = (className: string, parent: HTMLElement): HTMLElement => {
  const made = document.createElement('div');
  made.className = classes(className);
  parent.append(made);
  return made;
};

const create = (): Shell => {
  const desk = element('desk', document.body);
  const panel = element('panel', desk);
  const screen = element('screen', desk);
  const bar = element('bar', screen);
  const pages = element('pages', screen);
  const tabs = element('tabs', screen);
  const layer = element('layer', screen);
  return { screen, bar, pages, tabs, layer, panel };
};

export const shell: Shell = create();

/**
 * After a touch the browser plays a click where the finger was: what opened there meanwhile must not take it.
 * A click of the keyboard has no detail.
 */
const keepOffPlayedClicks = ({ layer }: Shell): void => {
  let beganHere = false;
  window.addEventListener(
    'pointerdown',
    ({ target }) => {
      beganHere = target instanceof Node && layer.contains(target);
    },
    true,
  );
  layer.addEventListener(
    'click',
    (event) => {
      if (!beganHere && event.detail > 0 && event.isTrusted) event.stopPropagation();
    },
    true,
  );
};
keepOffPlayedClicks(shell);

/** A node of WeChat's own surface. */
export const made = (className: string, text = '', tag = 'div'): HTMLElement => {
  const node = document.createElement(tag);
  node.className = classes(className);
  node.textContent = text;
  return node;
};
