import { fact } from '../../disk/facts';
import { answeredScopes, requireScope } from '../../permissions';
import { CONTRACT_NAME, isAgreed, requirePrivacy, setPrivacyListener, showContract } from '../../privacy';
import { showSettings } from '../../shell/settings-page';
import { isAnsweringTap } from '../../tapping';
import { api, failure } from '../api';
import { SUBSCRIPTION_SWITCH } from './subscribe';

export interface SettingOptions {
  readonly withSubscriptions?: boolean;
}

const settingsOf = ({ withSubscriptions = false }: SettingOptions) => ({
  authSetting: answeredScopes(),
  ...(withSubscriptions
    ? { subscriptionsSetting: { mainSwitch: fact(SUBSCRIPTION_SWITCH) !== true, itemSettings: {} } }
    : {}),
});

export const setting = {
  getSetting: api('getSetting', settingsOf),
  openSetting: api('openSetting', async (options: SettingOptions) => {
    if (!isAnsweringTap()) throw failure('fail can only be invoked by user TAP gesture.');
    await showSettings(SUBSCRIPTION_SWITCH);
    return settingsOf(options);
  }),
  authorize: api('authorize', async ({ scope }: { scope: string }) => {
    await requirePrivacy('authorize');
    await requireScope(scope);
    return {};
  }),
  getPrivacySetting: api('getPrivacySetting', () => ({
    needAuthorization: !isAgreed(),
    privacyContractName: CONTRACT_NAME,
  })),
  onNeedPrivacyAuthorization: setPrivacyListener,
  openPrivacyContract: api('openPrivacyContract', () => {
    showContract();
    return {};
  }),
  requirePrivacyAuthorize: api('requirePrivacyAuthorize', async () => {
    await requirePrivacy('requirePrivacyAuthorize');
    return {};
  }),
};
