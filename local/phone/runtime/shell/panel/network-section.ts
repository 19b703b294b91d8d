import { changeNetwork } from '../../network';
import { settings, writeAddress, type Network } from '../../settings';
import { note, section, select } from './controls';

const NETWORKS: readonly (readonly [Network, string])[] = [
  ['on', '通'],
  ['slow', '慢'],
  ['off', '断'],
];

export const networkSection = (): HTMLElement =>
  section(
    '网络',
    select('网络', NETWORKS, settings.net, (value) => {
      writeAddress('net', value);
      changeNetwork(NETWORKS.find(([network]) => network === value)?.[0] ?? 'on');
    }),
    note('慢：每次请求等 2.5 秒，文件每秒 256 KB。断：正在传的也断。'),
  );
