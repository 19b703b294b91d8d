import { groundNow } from '../../foreground';
import { fact } from '../../disk/facts';
import { settings } from '../../settings';
import { askForSubscriptions } from '../../shell/subscription-sheet';
import { isAnsweringTap } from '../../tapping';
import { api, failure } from '../api';

/**
 * Ids of one call: the current page says five, older pages and error 20003 say three.
 * A program that keeps to three works on every client.
 */
const MAX_TEMPLATES = 3;

/** The main switch of the settings page. */
export const SUBSCRIPTION_SWITCH = 'subscriptions.off';

const requestSubscribeMessage = async ({ tmplIds }: { readonly tmplIds: readonly unknown[] }) => {
  if (!Array.isArray(tmplIds) || tmplIds.length === 0) {
    throw failure("fail TmplIds can't be empty", { errCode: 10001 });
  }
  if (!tmplIds.every((id): id is string => typeof id === 'string')) {
    throw failure('fail Invalid template id', { errCode: 10004 });
  }
  if (tmplIds.some((id) => id === '')) {
    throw failure('fail No template data return, verify the template id exist', { errCode: 20001 });
  }
  if (tmplIds.length > MAX_TEMPLATES) {
    throw failure('fail Templates count out of max bounds', { errCode: 20003 });
  }
  if (!isAnsweringTap()) throw failure('fail can only be invoked by user TAP gesture.', { errCode: 10006 });
  if (groundNow() !== 'foreground') {
    throw failure('fail Cannot show subscribe message UI', { errCode: 10005 });
  }
  if (fact(SUBSCRIPTION_SWITCH) === true) {
    throw failure('fail The main switch is switched off', { errCode: 20004 });
  }
  if (settings.net === 'off') throw failure('fail Request list fail', { errCode: 10002 });
  const accepted = await askForSubscriptions(tmplIds);
  const response = await fetch('/panel/subscriptions', {
    method: 'POST',
    headers: { 'x-wx-holder': settings.as },
    body: JSON.stringify({ accepted }),
  }).catch(() => undefined);
  if (!response?.ok) throw failure('fail Request subscribe fail', { errCode: 10003 });
  return Object.fromEntries(tmplIds.map((id) => [id, accepted.includes(id) ? 'accept' : 'reject']));
};

export const subscribing = {
  requestSubscribeMessage: api('requestSubscribeMessage', requestSubscribeMessage),
};
