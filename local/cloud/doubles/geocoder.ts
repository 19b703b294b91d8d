export interface Division {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly center: { readonly lng: number; readonly lat: number };
}

const EARTH_RADIUS_M = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const distance = (a: { lng: number; lat: number }, b: { lng: number; lat: number }): number => {
  const sinLat = Math.sin(radians(b.lat - a.lat) / 2);
  const sinLng = Math.sin(radians(b.lng - a.lng) / 2);
  const h = sinLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * sinLng ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(h));
};

/** Beyond this no division is near: the sea, or another province. */
const FARTHEST_M = 120_000;

const fullName = (divisions: readonly Division[], division: Division): string => {
  const parent = divisions.find(({ code }) => code === division.parent);
  return parent ? fullName(divisions, parent) + division.name : division.name;
};

/**
 * Double of Tencent location service's reverse geocoder: names the division whose centre is nearest.
 * The real service needs a key and the public network.
 */
export const geocode = (divisions: readonly Division[], location: string, key: string): object => {
  if (key === '') return { status: 311, message: 'key格式错误' };
  const [lat, lng] = location.split(',').map(Number);
  // Also for what is no number: it is not within.
  if (lat === undefined || lng === undefined || !(Math.abs(lat) <= 90) || !(Math.abs(lng) <= 180)) {
    return { status: 310, message: '请求参数信息有误' };
  }
  const point = { lng, lat };
  // A province's centre is its capital's: it would stand before every city near it.
  const [nearest] = divisions
    .filter(({ parent }) => parent !== null)
    .sort((a, b) => distance(a.center, point) - distance(b.center, point));
  const address =
    nearest && distance(nearest.center, point) <= FARTHEST_M ? fullName(divisions, nearest) : '';
  return {
    status: 0,
    message: 'query ok',
    result: { location: point, address, ad_info: { adcode: address ? nearest?.code : '' } },
  };
};
