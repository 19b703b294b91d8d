import { requireDeclared, requireScope } from '../../permissions';
import { requirePrivacy } from '../../privacy';
import { showOnMap, pickOnMap } from '../../shell/map-pages';
import { settings } from '../../settings';
import { api, badParameter, callbackApi, failure, requireKind } from '../api';
import { currentFix, inType, requireType } from './position';

const PRECISE = 'scope.userLocation';
const FUZZY = 'scope.userFuzzyLocation';
const LEAST_EXPIRY_MS = 3000;
const SCALES = { least: 5, most: 18 };
/** getFuzzyLocation tells no more than two decimals, about a kilometre. */
const fuzzy = (degrees: number): number => Math.round(degrees * 100) / 100;

export interface LocationOptions {
  readonly type?: string;
  readonly altitude?: boolean;
  readonly isHighAccuracy?: boolean;
  readonly highAccuracyExpireTime?: number;
}

const getLocation = async (options: LocationOptions) => {
  const type = requireType(options.type ?? 'wgs84');
  const { isHighAccuracy = false, highAccuracyExpireTime } = options;
  if (highAccuracyExpireTime !== undefined && highAccuracyExpireTime < LEAST_EXPIRY_MS) {
    throw badParameter('highAccuracyExpireTime should not be less than 3000');
  }
  requireDeclared('getLocation');
  await requirePrivacy('getLocation');
  await requireScope(PRECISE);
  const { point, accuracy, altitude, speed } = await currentFix(isHighAccuracy);
  const { lng, lat } = inType(point, type);
  return {
    longitude: lng,
    latitude: lat,
    accuracy,
    altitude: options.altitude ? altitude : 0,
    speed,
    verticalAccuracy: 0,
    horizontalAccuracy: accuracy,
  };
};

const getFuzzyLocation = async ({ type = 'wgs84' }: { readonly type?: string }) => {
  const wanted = requireType(type);
  requireDeclared('getFuzzyLocation');
  await requirePrivacy('getFuzzyLocation');
  await requireScope(FUZZY);
  const { point } = await currentFix(false);
  const { lng, lat } = inType(point, wanted);
  return { longitude: fuzzy(lng), latitude: fuzzy(lat) };
};

export interface ChooseOptions {
  readonly latitude?: number;
  readonly longitude?: number;
}

const chooseLocation = async ({ latitude, longitude }: ChooseOptions) => {
  requireDeclared('chooseLocation');
  await requirePrivacy('chooseLocation');
  const start =
    latitude !== undefined && longitude !== undefined ? { lng: longitude, lat: latitude } : settings.at;
  const chosen = await pickOnMap(start);
  if (!chosen) throw failure('fail cancel');
  const { name, address, point } = chosen;
  return { name, address, longitude: point.lng, latitude: point.lat };
};

export interface OpenOptions {
  readonly latitude: number;
  readonly longitude: number;
  readonly scale?: number;
  readonly name?: string;
  readonly address?: string;
}

const openLocation = ({ latitude, longitude, scale = SCALES.most, name = '', address = '' }: OpenOptions) => {
  requireKind('latitude', latitude, 'Number');
  requireKind('longitude', longitude, 'Number');
  if (scale < SCALES.least || scale > SCALES.most) throw badParameter('scale should be between 5 and 18');
  showOnMap({ lng: longitude, lat: latitude }, name, address);
  return {};
};

export const locations = {
  getLocation: api('getLocation', getLocation),
  getFuzzyLocation: callbackApi('getFuzzyLocation', getFuzzyLocation),
  chooseLocation: api('chooseLocation', chooseLocation),
  openLocation: api('openLocation', openLocation),
};
