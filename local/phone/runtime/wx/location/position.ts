import gcoord from 'gcoord';
import { settings, type Point } from '../../settings';
import { badParameter, failure } from '../api';

/** WGS-84 is what satellites give, GCJ-02 what maps in China want. */
export type CoordinateType = 'wgs84' | 'gcj02';

export interface Fix {
  readonly point: Point;
  /** Metres. */
  readonly accuracy: number;
  readonly altitude: number;
  readonly speed: number;
}

const transform = ({ lng, lat }: Point, from: 'WGS84' | 'GCJ02', to: 'WGS84' | 'GCJ02'): Point => {
  const [toLng, toLat] = gcoord.transform([lng, lat], gcoord[from], gcoord[to]);
  return { lng: toLng, lat: toLat };
};

const BROWSER_TIMEOUT_MS = 10_000;

const browserFix = (isPrecise: boolean): Promise<Fix> =>
  new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          point: transform({ lng: coords.longitude, lat: coords.latitude }, 'WGS84', 'GCJ02'),
          accuracy: coords.accuracy,
          altitude: coords.altitude ?? 0,
          speed: coords.speed ?? -1,
        }),
      ({ code }) =>
        reject(
          code === GeolocationPositionError.PERMISSION_DENIED
            ? failure('fail system permission denied', { errno: 3 })
            : failure('fail timeout', { errno: 5 }),
        ),
      { enableHighAccuracy: isPrecise, timeout: BROWSER_TIMEOUT_MS },
    );
  });

/** GCJ-02. @throws {errMsg} when the phone's switch for positions is off */
export const currentFix = async (isPrecise: boolean): Promise<Fix> => {
  if (!settings.isLocationOn) throw failure('fail:ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF', { errCode: 2 });
  if (settings.positionFrom === 'browser') return browserFix(isPrecise);
  return { point: settings.at, accuracy: settings.accuracy, altitude: 0, speed: -1 };
};

export const requireType = (type: string): CoordinateType => {
  if (type === 'wgs84' || type === 'gcj02') return type;
  throw badParameter('invalid type, should be wgs84 or gcj02');
};

export const inType = (point: Point, type: CoordinateType): Point =>
  type === 'gcj02' ? point : transform(point, 'GCJ02', 'WGS84');
