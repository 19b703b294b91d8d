/** What WeChat asks the person for, as its settings name it, and what it is needed for here. */
const SCOPES = {
  'scope.record': { name: '麦克风', allowed: '使用麦克风', use: '录音' },
  'scope.camera': { name: '摄像头', allowed: '使用摄像头', use: '拍照和录像' },
  'scope.writePhotosAlbum': { name: '添加到相册', allowed: '添加到相册', use: '保存' },
  'scope.userLocation': { name: '位置信息', allowed: '使用位置信息', use: '定位' },
} as const;
export type Scope = keyof typeof SCOPES;

/** Who stands in the way: the person (of this program), the privacy guide, or the phone (of WeChat itself). */
export type Refusal = 'person' | 'privacy' | 'phone';

/** What is wrong, and where it is put right. */
export class PermissionError extends Error {
  readonly scope: Scope;
  readonly refusal: Refusal;

  constructor(scope: Scope, refusal: Refusal) {
    const { name, allowed, use } = SCOPES[scope];
    super(
      {
        person: `没有允许${allowed}，不能${use}。请在设置中打开“${name}”`,
        privacy: `没有同意隐私保护指引，不能${use}。请再试一次并点“同意”`,
        phone: `手机没有允许微信${allowed}，不能${use}。请在手机的“设置 · 微信”中允许后再试`,
      }[refusal],
    );
    this.scope = scope;
    this.refusal = refusal;
  }
}

/**
 * Whether a wx call failed because it may not: iOS and Android word it differently (授权, 处理用户拒绝授权的情况).
 * @param error whatever it failed with
 */
export const refusalIn = (error: unknown): Refusal | null => {
  const { errMsg = '' } = (error ?? {}) as { errMsg?: string };
  if (/privacy/i.test(errMsg)) return 'privacy';
  if (/system permission/i.test(errMsg)) return 'phone';
  return /auth(orize)?[: ]+(deny|denied|cancel|no response)/i.test(errMsg) ? 'person' : null;
};

/** The error as a refusal of the scope where it is one; itself otherwise. */
export const asRefusal = (error: unknown, scope: Scope): unknown => {
  const refusal = refusalIn(error);
  return refusal === null ? error : new PermissionError(scope, refusal);
};

/**
 * Says how to allow what was refused; the person's own refusal is taken back in WeChat's settings, which open from here.
 * @returns whether it is allowed now
 */
export const offerSettings = async ({ scope, refusal, message }: PermissionError): Promise<boolean> => {
  const isHere = refusal === 'person';
  const { confirm } = await wx.showModal({
    title: '没有权限',
    content: message,
    showCancel: isHere,
    cancelText: '暂不',
    confirmText: isHere ? '去设置' : '知道了',
  });
  if (!confirm || !isHere) return false;
  // Only from a tap: that on 去设置 is one.
  const { authSetting } = await wx.openSetting({});
  return authSetting[scope] === true;
};

/**
 * Does what needs the scope. Refused, it offers the settings, and does it once more where they were opened for it.
 * @returns null when the person leaves it refused
 * @throws what `act` fails with otherwise
 */
export const withPermission = async <Result>(
  scope: Scope,
  act: () => Promise<Result>,
): Promise<Result | null> => {
  try {
    return await act();
  } catch (error) {
    const refused = asRefusal(error, scope);
    if (!(refused instanceof PermissionError)) throw error;
    return (await offerSettings(refused)) ? act() : null;
  }
};
