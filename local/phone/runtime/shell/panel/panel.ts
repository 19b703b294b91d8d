import { server, settings } from '../../settings';
import { restart } from '../../restart';
import { made, shell } from '../shell';
import { clockSection } from './clock-section';
import { codeSection } from './code-section';
import { field, section, select } from './controls';
import { deviceSection } from './device-section';
import { messageSection } from './message-section';
import { networkSection } from './network-section';
import { phoneSection } from './phone-section';
import { placeSection } from './place-section';
import { programSection } from './program-section';

const hold = (phone: string): void => void restart({ as: phone, path: null });

const holderSection = (): HTMLElement => {
  const { people } = server();
  return section(
    '谁拿着手机',
    select(
      '持机人',
      [
        ['', '其他号码'],
        ...people.map(({ phone, name, role }) => [phone, `${phone} ${name} · ${role}`] as const),
      ],
      people.some(({ phone }) => phone === settings.as) ? settings.as : '',
      (phone) => phone && hold(phone),
    ),
    field('手机号', settings.as, (phone) => /^\d{11}$/.test(phone) && hold(phone)),
  );
};

/** Beside the phone and outside the mini program: who holds it, where they stand, and everything WeChat would do. */
export const showPanel = (): void => {
  shell.panel.hidden = !settings.panel;
  if (!settings.panel) return;
  const heading = made('panel-heading');
  heading.append(made('panel-name', '手机之外', 'h1'), made('panel-about', '微信、网络与现场由这里扮演'));
  shell.panel.replaceChildren(
    heading,
    holderSection(),
    placeSection(),
    networkSection(),
    deviceSection(),
    codeSection(),
    messageSection(),
    clockSection(),
    phoneSection(),
    programSection(),
  );
};
