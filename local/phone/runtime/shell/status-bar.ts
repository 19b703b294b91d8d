import { deskTimers } from '../foreground';
import { onNetwork } from '../network';
import { settings, type Network } from '../settings';
import { made, shell } from './shell';

const SIGNALS: Readonly<Record<Network, string>> = { on: 'Wi-Fi', slow: '3G · 慢', off: '无网络' };
const LOOK_EVERY_MS = 5000;
/** The phone stands in the province, wherever the desk is. */
const TIME = new Intl.DateTimeFormat('zh-CN', {
  hour: 'numeric',
  minute: '2-digit',
  hour12: false,
  timeZone: 'Asia/Shanghai',
});

/** The phone's own status bar: its time and its network. It is drawn, not written: no page has such words. */
export const showStatusBar = (): void => {
  const bar = made('status');
  bar.setAttribute('aria-hidden', 'true');
  const show = (): void => {
    bar.dataset['time'] = TIME.format(new Date());
    bar.dataset['signal'] = SIGNALS[settings.net];
  };
  show();
  onNetwork(show);
  deskTimers.setInterval(show, LOOK_EVERY_MS);
  shell.screen.append(bar, made('home-indicator'));
};
