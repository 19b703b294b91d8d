import { asRefusal, PermissionError } from './permissions';

export interface Fix {
  readonly lng: number;
  readonly lat: number;
  /** Metres. */
  readonly accuracy: number;
  /** Instant, ISO, by the phone's clock. */
  readonly takenAt: string;
}

const SCOPE = 'scope.userLocation';
const HIGH_ACCURACY_TIMEOUT_MS = 4000;

const measure = async (more: Partial<WechatMiniprogram.GetLocationOption>): Promise<Fix> => {
  try {
    const { longitude, latitude, accuracy } = await wx.getLocation({ type: 'gcj02', ...more });
    return { lng: longitude, lat: latitude, accuracy, takenAt: new Date().toISOString() };
  } catch (error) {
    const refused = asRefusal(error, SCOPE);
    throw refused instanceof PermissionError ? refused : new Error('暂时无法定位，请到空旷处重试');
  }
};

/** One position, GCJ-02. @throws PermissionError, or an Error with a sentence */
export const currentPosition = (): Promise<Fix> =>
  measure({ isHighAccuracy: true, highAccuracyExpireTime: HIGH_ACCURACY_TIMEOUT_MS });

/** Whether a position may be asked for without the person being asked first. */
export const isLocationAllowed = async (): Promise<boolean> =>
  (await wx.getSetting({})).authSetting[SCOPE] === true;

/** Leads to WeChat's settings when the person has refused; who was never asked is asked by the next measurement. */
export const allowLocation = async (): Promise<void> => {
  const { authSetting } = await wx.getSetting({});
  if (authSetting[SCOPE] === false) await wx.openSetting({});
};

/** How long a rough position is good for what is near; WeChat frowns on asking again within 30 s. */
const ROUGH_LASTS_MS = 60_000;
let rough: { readonly fix: Fix; readonly until: number } | null = null;

/** About where the phone is, quickly. @throws LocationError */
export const roughPosition = async (): Promise<Fix> => {
  if (rough && Date.now() < rough.until) return rough.fix;
  const fix = await measure({});
  rough = { fix, until: Date.now() + ROUGH_LASTS_MS };
  return fix;
};

/** About where the phone is, if it may tell without the person being asked; null otherwise. */
export const knownPosition = async (): Promise<Fix | null> => {
  try {
    return (await isLocationAllowed()) ? await roughPosition() : null;
  } catch {
    return null;
  }
};
