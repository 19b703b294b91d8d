import { settings } from '../settings';
import { shell } from '../shell/shell';
import { api } from './api';

const SDK_VERSION = '3.7.0';
const BASE_FONT_PX = 16;

const screenSize = () => {
  const { clientWidth: windowWidth, clientHeight: screenHeight } = shell.screen;
  return {
    pixelRatio: window.devicePixelRatio,
    screenWidth: windowWidth,
    screenHeight,
    windowWidth,
    windowHeight: shell.pages.clientHeight,
    statusBarHeight: 20,
    safeArea: {
      left: 0,
      right: windowWidth,
      top: 20,
      bottom: screenHeight,
      width: windowWidth,
      height: screenHeight - 20,
    },
  };
};

const appBase = () => ({
  SDKVersion: SDK_VERSION,
  version: '8.0.50',
  language: 'zh_CN',
  theme: settings.theme,
  fontSizeSetting: BASE_FONT_PX * settings.font,
});

type NetworkListener = (state: { isConnected: boolean; networkType: string }) => void;
const networkListeners = new Set<NetworkListener>();
const networkState = () => ({
  isConnected: settings.net !== 'off',
  networkType: settings.net === 'off' ? 'none' : settings.net === 'slow' ? '3g' : 'wifi',
});

/** The panel moved the switch. */
export const tellNetwork = (): void => {
  for (const listener of networkListeners) listener(networkState());
};

export const device = {
  getSystemInfoSync: () => ({
    ...screenSize(),
    ...appBase(),
    platform: 'devtools',
    system: 'iOS 17.0',
    brand: 'devtools',
    model: 'local',
  }),
  getWindowInfo: screenSize,
  getAppBaseInfo: appBase,
  getDeviceInfo: () => ({ platform: 'devtools', system: 'iOS 17.0', brand: 'devtools', model: 'local' }),
  getAccountInfoSync: () => ({
    miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' },
  }),
  canIUse: (): boolean => true,
  nextTick: (callback: () => void): void => queueMicrotask(callback),
  getNetworkType: api('getNetworkType', () => networkState()),
  onNetworkStatusChange: (listener: NetworkListener): void => {
    networkListeners.add(listener);
  },
  offNetworkStatusChange: (listener: NetworkListener): void => {
    networkListeners.delete(listener);
  },
  getLocation: api('getLocation', () => ({
    longitude: settings.at.lng,
    latitude: settings.at.lat,
    accuracy: 15,
    altitude: 0,
    speed: 0,
    verticalAccuracy: 0,
    horizontalAccuracy: 15,
  })),
};
