import type { UnitConfig } from '../program';
import { made, shell } from './shell';

export interface BarState {
  readonly config: UnitConfig;
  readonly canGoBack: boolean;
  readonly canGoHome: boolean;
}

export interface Ways {
  readonly back: () => void;
  readonly home: () => void;
  readonly menu: () => void;
  readonly leave: () => void;
}

/** WeChat's capsule: the menu, and out of the program. */
const capsule = ({ menu, leave }: Ways): HTMLElement => {
  const box = made('bar-capsule');
  for (const [label, press] of [
    ['更多', menu],
    ['离开小程序', leave],
  ] as const) {
    const half = made('bar-capsule-half', '', 'button');
    half.setAttribute('aria-label', label);
    half.addEventListener('click', press);
    box.append(half);
  }
  return box;
};

/** WeChat's navigation bar: title, back or home, and the capsule. */
export const showNavigationBar = (state: BarState, go: Ways): void => {
  const { bar, screen } = shell;
  screen.classList.toggle('phone-custom-navigation', state.config.navigationStyle === 'custom');
  bar.style.background = state.config.navigationBarBackgroundColor ?? '#ffffff';
  bar.dataset['text'] = state.config.navigationBarTextStyle ?? 'black';
  // The status bar above is written in the same colour.
  screen.dataset['text'] = bar.dataset['text'];
  const button = (label: string, className: string, onClick: () => void): HTMLElement => {
    const node = made(`bar-button ${className}`, '', 'button');
    node.setAttribute('aria-label', label);
    node.addEventListener('click', onClick);
    return node;
  };
  const leading = state.canGoBack
    ? [button('返回', 'bar-back', go.back)]
    : state.canGoHome
      ? [button('首页', 'bar-home', go.home)]
      : [];
  const text = state.config.navigationBarTitleText ?? '';
  const title = made('bar-title', text);
  title.setAttribute('role', 'heading');
  bar.replaceChildren(...leading, title, capsule(go));
  document.title = text || '质安监督';
};
