/** Sea and land of Hainan Province with 三沙, GCJ-02 degrees: a position outside is a mistake or a test phone abroad. */
const PROVINCE = { west: 107, east: 119, south: 3, north: 20.6 } as const;

export const isInsideProvince = (point: { readonly lng: number; readonly lat: number }): boolean =>
  point.lng >= PROVINCE.west &&
  point.lng <= PROVINCE.east &&
  point.lat >= PROVINCE.south &&
  point.lat <= PROVINCE.north;
