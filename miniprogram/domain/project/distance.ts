/** Metres; the sphere the database measures on (MongoDB manual, $nearSphere). */
const EARTH_RADIUS_M = 6_378_100;

/** A new position so many metres from the present one is more likely another site than a better fix: it is asked about. */
export const FAR_METRES = 500;

interface Point {
  readonly lng: number;
  readonly lat: number;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres along the sphere between two points of one coordinate system, whole ones. */
export const metresBetween = (a: Point, b: Point): number => {
  const sinLat = Math.sin(radians(b.lat - a.lat) / 2);
  const sinLng = Math.sin(radians(b.lng - a.lng) / 2);
  const h = sinLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * sinLng ** 2;
  return Math.round(2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h))));
};
