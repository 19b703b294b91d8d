import { appConfig } from '../../app-config';
import { edges, NAVIGATION_BAR_PX } from '../../screen';
import { settings } from '../../settings';
import { answeredScopes } from '../../permissions';
import { shell } from '../../shell/shell';
import { api } from '../api';

const SDK_VERSION = '3.7.0';
const BASE_FONT_PX = 16;
/** The capsule at the right of the navigation bar (获取菜单按钮的布局位置信息). */
const CAPSULE = { width: 87, height: 32, fromRight: 7 };

const windowInfo = () => {
  const { clientWidth: width, clientHeight: height } = shell.screen;
  const { statusBar, homeIndicator } = edges();
  return {
    pixelRatio: window.devicePixelRatio,
    screenWidth: width,
    screenHeight: height,
    windowWidth: width,
    windowHeight: shell.pages.clientHeight,
    screenTop: height - shell.pages.clientHeight,
    statusBarHeight: statusBar,
    safeArea: {
      left: 0,
      right: width,
      top: statusBar,
      bottom: height - homeIndicator,
      width,
      height: height - homeIndicator - statusBar,
    },
  };
};

const appBase = () => ({
  SDKVersion: SDK_VERSION,
  version: '8.0.50',
  enableDebug: false,
  host: { env: 'WeChat' },
  language: 'zh_CN',
  // WeChat tells the theme to programs that declare darkmode.
  ...(appConfig().darkmode ? { theme: settings.theme } : {}),
  fontSizeSetting: BASE_FONT_PX * settings.font,
  fontSizeScaleFactor: settings.font,
});

const deviceInfo = () => ({
  abi: 'arm64',
  benchmarkLevel: 30,
  brand: 'devtools',
  model: 'local',
  system: 'iOS 17.0',
  platform: 'devtools',
  cpuType: 'local',
  memorySize: '4096',
});

const systemSetting = () => ({
  bluetoothEnabled: true,
  locationEnabled: settings.isLocationOn,
  wifiEnabled: settings.net === 'on',
  deviceOrientation: 'portrait' as const,
});

const authorizeWord = (scope: string): string =>
  answeredScopes()[scope] === false ? 'denied' : 'authorized';

const appAuthorizeSetting = () => ({
  albumAuthorized: 'authorized',
  bluetoothAuthorized: 'authorized',
  cameraAuthorized: authorizeWord('scope.camera'),
  locationAuthorized: settings.isLocationOn ? 'authorized' : 'denied',
  locationReducedAccuracy: false,
  microphoneAuthorized: authorizeWord('scope.record'),
  notificationAuthorized: 'authorized',
});

const systemInfo = () => ({ ...windowInfo(), ...appBase(), ...deviceInfo(), ...systemSetting() });

const menuButton = () => {
  const right = shell.screen.clientWidth - CAPSULE.fromRight;
  const top = edges().statusBar + (NAVIGATION_BAR_PX - CAPSULE.height) / 2;
  return {
    width: CAPSULE.width,
    height: CAPSULE.height,
    top,
    right,
    bottom: top + CAPSULE.height,
    left: right - CAPSULE.width,
  };
};

export const system = {
  getSystemInfoSync: systemInfo,
  getSystemInfo: api('getSystemInfo', systemInfo),
  getSystemInfoAsync: api('getSystemInfoAsync', systemInfo),
  getWindowInfo: windowInfo,
  getAppBaseInfo: appBase,
  getDeviceInfo: deviceInfo,
  getSystemSetting: systemSetting,
  getAppAuthorizeSetting: appAuthorizeSetting,
  getMenuButtonBoundingClientRect: menuButton,
};
