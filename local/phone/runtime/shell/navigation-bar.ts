import type { UnitConfig } from '../program';
import { shareFromPage } from '../sharing';
import { made, shell } from './shell';

export interface BarState {
  readonly config: UnitConfig;
  readonly canGoBack: boolean;
  readonly canGoHome: boolean;
}

/** WeChat's navigation bar: title, back or home, and the capsule. */
export const showNavigationBar = (state: BarState, go: { back: () => void; home: () => void }): void => {
  const { bar, screen } = shell;
  screen.classList.toggle('phone-custom-navigation', state.config.navigationStyle === 'custom');
  bar.style.background = state.config.navigationBarBackgroundColor ?? '#ffffff';
  bar.dataset['text'] = state.config.navigationBarTextStyle ?? 'black';
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
  const capsule = made('bar-capsule', '', 'button');
  capsule.setAttribute('aria-label', '转发');
  capsule.addEventListener('click', () => shareFromPage({ from: 'menu' }));
  bar.replaceChildren(...leading, title, capsule);
  document.title = text || '质安监督';
};
