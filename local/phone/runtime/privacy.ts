import { deskTimers } from './foreground';
import { fact, writeFact } from './disk/facts';
import { ask, openOverlay } from './shell/sheets';
import { made } from './shell/shell';
import { failure } from './wx/api';

export const CONTRACT_NAME = '《质安监督小程序隐私保护指引》';

const AGREED = 'privacy.agreed';
/** WeChat's errno of a privacy agreement that was not agreed to. */
const NOT_AGREED = 104;
/** After a refusal WeChat shows nothing again for so long: calls fail in silence. */
const QUIET_MS = 10_000;

export type PrivacyAnswer = { readonly event: string; readonly buttonId?: string };
export type PrivacyListener = (
  resolve: (answer: PrivacyAnswer) => void,
  about: { readonly referrer: string },
) => void;

let listener: PrivacyListener | undefined;
let isQuiet = false;
let running: Promise<boolean> | undefined;
/** Buttons with open-type agreePrivacyAuthorization that were really pressed. */
const pressed = new Set<string>();

export const isAgreed = (): boolean => fact(AGREED) === true;
export const setAgreed = (agreed: boolean): void => writeFact(AGREED, agreed || undefined);
export const setPrivacyListener = (given: PrivacyListener): void => {
  listener = given;
};
export const noteAgreeButton = (id: string): void => {
  pressed.add(id);
};

export const showContract = (): void => {
  const { body } = openOverlay('contract', CONTRACT_NAME, () => undefined);
  body.append(
    made('contract-text', '本页是“用户隐私保护指引”的替身：正式内容在微信公众平台填写，由微信展示。'),
  );
};

/** WeChat's own popup, for programs that register none. */
const askAsWeChat = async (): Promise<boolean> => {
  if (isQuiet) return false;
  const link = made('ask-link', CONTRACT_NAME, 'button');
  link.addEventListener('click', showContract);
  const isAllowed = await ask({
    title: '用户隐私保护提示',
    note: '使用前请阅读并同意隐私保护指引。不同意将不能使用相关功能。',
    content: [link],
    refuse: '不同意',
    allow: '同意',
  });
  if (!isAllowed) {
    isQuiet = true;
    deskTimers.setTimeout(() => {
      isQuiet = false;
    }, QUIET_MS);
  }
  return isAllowed;
};

const askAsProgram = (own: PrivacyListener, referrer: string): Promise<boolean> =>
  new Promise((resolve) => {
    own(
      ({ event, buttonId }) => {
        if (event === 'agree') resolve(buttonId !== undefined && pressed.has(buttonId));
        if (event === 'disagree') resolve(false);
      },
      { referrer },
    );
  });

/**
 * Before an interface that touches a person's privacy. Calls that come while the person is asked wait for the answer.
 * @param referrer the interface that asks
 * @throws {errMsg: 'fail privacy permission is not authorized', errno: 104}
 */
export const requirePrivacy = async (referrer: string): Promise<void> => {
  if (isAgreed()) return;
  running ??= (listener ? askAsProgram(listener, referrer) : askAsWeChat()).finally(() => {
    running = undefined;
  });
  if (!(await running)) throw failure('fail privacy permission is not authorized', { errno: NOT_AGREED });
  setAgreed(true);
};
