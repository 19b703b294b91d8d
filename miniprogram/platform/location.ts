export interface Fix {
  readonly lng: number;
  readonly lat: number;
  /** Metres. */
  readonly accuracy: number;
  /** Instant, ISO, by the phone's clock. */
  readonly takenAt: string;
}

export type LocationRefusal = 'permission' | 'unavailable';

export class LocationError extends Error {
  readonly refusal: LocationRefusal;

  constructor(refusal: LocationRefusal) {
    super(
      refusal === 'permission' ? '没有定位权限，请在设置中允许使用位置信息' : '暂时无法定位，请到空旷处重试',
    );
    this.refusal = refusal;
  }
}

const HIGH_ACCURACY_TIMEOUT_MS = 4000;

/** One position, GCJ-02. @throws LocationError */
export const currentPosition = async (): Promise<Fix> => {
  try {
    const { longitude, latitude, accuracy } = await wx.getLocation({
      type: 'gcj02',
      isHighAccuracy: true,
      highAccuracyExpireTime: HIGH_ACCURACY_TIMEOUT_MS,
    });
    return { lng: longitude, lat: latitude, accuracy, takenAt: new Date().toISOString() };
  } catch (error) {
    const message = (error as { errMsg?: string }).errMsg ?? '';
    throw new LocationError(/auth|privacy/.test(message) ? 'permission' : 'unavailable');
  }
};
