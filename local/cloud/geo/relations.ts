import booleanIntersects from '@turf/boolean-intersects';
import booleanWithin from '@turf/boolean-within';
import type { Geometry, Piece, Point } from './geometry';

/** Metres; MongoDB's sphere. */
export const EARTH_RADIUS_M = 6_378_100;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two points along the sphere. */
export const distanceBetween = ([lngA, latA]: Point, [lngB, latB]: Point): number => {
  const sinLat = Math.sin(radians(latB - latA) / 2);
  const sinLng = Math.sin(radians(lngB - lngA) / 2);
  const h = sinLat ** 2 + Math.cos(radians(latA)) * Math.cos(radians(latB)) * sinLng ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
};

type TurfGeometry = Parameters<typeof booleanWithin>[0];
/** Turf's types want arrays that may be changed; it changes none. */
const turf = (piece: Piece): TurfGeometry => piece as unknown as TurfGeometry;

/** Whether all of a geometry lies in an area, each piece in one of the area's: on the plane of degrees. */
export const isWithin = (geometry: Geometry, area: Geometry): boolean =>
  geometry.pieces.every((piece) => area.pieces.some((part) => booleanWithin(turf(piece), turf(part))));

/** Whether two geometries share a point. */
export const intersects = (geometry: Geometry, area: Geometry): boolean =>
  geometry.pieces.some((piece) => area.pieces.some((part) => booleanIntersects(turf(piece), turf(part))));
