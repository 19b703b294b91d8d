import { onNetwork } from '../../network';
import { requirePrivacy } from '../../privacy';
import { settings, type Network } from '../../settings';
import { showActionSheet, showToast } from '../../shell/dialogs';
import { shell } from '../../shell/shell';
import { api, badParameter, failure, listenerPair, requireKind } from '../api';

const TYPES: Readonly<Record<Network, string>> = { on: 'wifi', slow: '3g', off: 'none' };
const networkState = () => ({ isConnected: settings.net !== 'off', networkType: TYPES[settings.net] });
const weakState = () => ({ weakNet: settings.net === 'slow', networkType: TYPES[settings.net] });

const status = listenerPair<ReturnType<typeof networkState>>();
const weak = listenerPair<ReturnType<typeof weakState>>();
let before = { ...networkState(), ...weakState() };
onNetwork(() => {
  const now = { ...networkState(), ...weakState() };
  if (now.networkType !== before.networkType) status.tell(networkState());
  if (now.weakNet !== before.weakNet) weak.tell(weakState());
  before = now;
});

const VIBRATION_MS = { short: 15, long: 400 };
const VIBRATIONS = ['heavy', 'medium', 'light'];

let shaking: globalThis.Animation | undefined;

/** A desk does not vibrate: the phone shakes. */
const vibrate = (ms: number): void => {
  navigator.vibrate?.(ms);
  shaking?.cancel();
  shell.screen.dataset['vibrating'] = String(ms);
  shaking = shell.screen.animate(
    { translate: ['0', '-2px', '2px', '0'] },
    { duration: 60, iterations: Math.ceil(ms / 60) },
  );
  shaking.finished.then(
    () => delete shell.screen.dataset['vibrating'],
    () => undefined,
  );
};

let clipboard = '';
/** The wake lock of a browser that has one. */
let isAwake = false;

export const devices = {
  getNetworkType: api('getNetworkType', () => ({
    ...weakState(),
    signalStrength: settings.net === 'off' ? 0 : 4,
  })),
  onNetworkStatusChange: status.on,
  offNetworkStatusChange: status.off,
  onNetworkWeakChange: weak.on,
  offNetworkWeakChange: weak.off,
  vibrateShort: api('vibrateShort', ({ type = 'heavy' }: { type?: string }) => {
    if (!VIBRATIONS.includes(type)) throw failure('fail style is not support');
    vibrate(VIBRATION_MS.short);
    return {};
  }),
  vibrateLong: api('vibrateLong', () => {
    vibrate(VIBRATION_MS.long);
    return {};
  }),
  setClipboardData: api('setClipboardData', async ({ data }: { data: string }) => {
    requireKind('data', data, 'String');
    await requirePrivacy('setClipboardData');
    clipboard = data;
    // The desk's own clipboard, where the browser allows it.
    await navigator.clipboard?.writeText(data).catch(() => undefined);
    showToast('内容已复制', 'success', 1500);
    return {};
  }),
  getClipboardData: api('getClipboardData', async () => {
    await requirePrivacy('getClipboardData');
    return { data: clipboard };
  }),
  makePhoneCall: api('makePhoneCall', async ({ phoneNumber }: { phoneNumber: string }) => {
    requireKind('phoneNumber', phoneNumber, 'String');
    if (phoneNumber === '') throw badParameter('parameter.phoneNumber should not be empty');
    if ((await showActionSheet([`呼叫 ${phoneNumber}`])) === undefined) throw failure('fail cancel');
    showToast(`正在呼叫 ${phoneNumber}`, 'none', 1500);
    return {};
  }),
  setKeepScreenOn: api('setKeepScreenOn', ({ keepScreenOn }: { keepScreenOn: boolean }) => {
    isAwake = keepScreenOn;
    shell.screen.dataset['awake'] = String(isAwake);
    return {};
  }),
};
