import { onGround, toForeground } from '../foreground';
import { made, shell } from './shell';

/** What the person sees while the mini program is in the background. */
export const showHomeScreen = (): void => {
  const home = made('home');
  home.hidden = true;
  const state = made('home-state');
  const icon = made('home-icon', '质安', 'button');
  icon.setAttribute('aria-label', '回到小程序');
  icon.addEventListener('click', toForeground);
  home.append(icon, made('home-name', '质安监督'), state);
  shell.screen.append(home);
  onGround((ground) => {
    home.hidden = ground === 'foreground';
    state.textContent = ground === 'suspended' ? '已挂起：计时与网络停止' : '在后台，5 秒后挂起';
  });
};
