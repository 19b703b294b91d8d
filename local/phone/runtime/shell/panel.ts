import { server, settings, writeAddress, type Network } from '../settings';
import { made, shell } from './shell';

const section = (title: string, ...content: HTMLElement[]): HTMLElement => {
  const box = made('panel-section');
  box.append(made('panel-title', title, 'h2'), ...content);
  return box;
};

const input = (label: string, value: string, onChange: (value: string) => void): HTMLElement => {
  const field = document.createElement('input');
  field.value = value;
  field.setAttribute('aria-label', label);
  field.placeholder = label;
  field.addEventListener('change', () => onChange(field.value.trim()));
  return field;
};

const select = (
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  value: string,
  onChange: (value: string) => void,
): HTMLElement => {
  const field = document.createElement('select');
  field.setAttribute('aria-label', label);
  field.append(
    ...options.map(([optionValue, text]) => new Option(text, optionValue, false, optionValue === value)),
  );
  field.addEventListener('change', () => onChange(field.value));
  return field;
};

const hold = (phone: string): void => {
  const address = new URL(location.href);
  address.searchParams.set('as', phone);
  address.searchParams.delete('path');
  location.assign(address);
};

const stand = (text: string): void => {
  const [lng, lat] = text.split(',').map(Number);
  if (lng === undefined || lat === undefined || !Number.isFinite(lng) || !Number.isFinite(lat)) return;
  settings.at = { lng, lat };
  writeAddress('at', `${lng},${lat}`);
  show();
};

const NETWORKS: readonly (readonly [Network, string])[] = [
  ['on', '通'],
  ['slow', '慢'],
  ['off', '断'],
];

let changeNetwork: (network: Network) => void = () => undefined;

const show = (): void => {
  const { people, places } = server();
  const here = `${settings.at.lng},${settings.at.lat}`;
  shell.panel.replaceChildren(
    made('panel-heading', '手机之外', 'h1'),
    section(
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
      input('手机号', settings.as, (phone) => /^\d{11}$/.test(phone) && hold(phone)),
    ),
    section(
      '站在哪里',
      select(
        '地点',
        [['', '其他地点'], ...places.map(({ label, lng, lat }) => [`${lng},${lat}`, label] as const)],
        here,
        (point) => point && stand(point),
      ),
      input('经度,纬度', here, stand),
    ),
    section(
      '网络',
      select('网络', NETWORKS, settings.net, (value) => {
        settings.net = value as Network;
        writeAddress('net', value);
        changeNetwork(settings.net);
      }),
    ),
    section(
      '下一次扫码读到',
      input('扫码内容', settings.scan, (text) => {
        settings.scan = text;
        writeAddress('scan', text);
      }),
    ),
  );
};

/** Beside the phone and outside the mini program: who holds it, where they stand, the network, the next scan. */
export const showPanel = (onNetwork: (network: Network) => void): void => {
  changeNetwork = onNetwork;
  shell.panel.hidden = !settings.panel;
  show();
};
