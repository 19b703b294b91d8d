import { isDocument, type Value } from '../values/value';

export type Point = readonly [lng: number, lat: number];

/** One connected piece of a geometry, as GeoJSON writes it. */
export type Piece =
  | { readonly type: 'Point'; readonly coordinates: Point }
  | { readonly type: 'LineString'; readonly coordinates: readonly Point[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Point[])[] };

/** A checked geometry in its pieces. */
export interface Geometry {
  readonly type: string;
  readonly pieces: readonly Piece[];
}

/** What is wrong with a value as a geometry. */
export interface Malformed {
  readonly fault: string;
}

const MAX_LNG = 180;
const MAX_LAT = 90;
/** A ring's last point is its first. */
const LEAST_OF_RING = 4;
const LEAST_OF_LINE = 2;
const MAX_COLLECTION_DEPTH = 4;

class Fault extends Error {}

const pointFrom = (value: Value | undefined): Point => {
  const [lng, lat] = Array.isArray(value) ? value : [];
  if (typeof lng !== 'number' || typeof lat !== 'number') {
    throw new Fault('Point must be an array of a longitude and a latitude');
  }
  if (!(Math.abs(lng) <= MAX_LNG && Math.abs(lat) <= MAX_LAT)) {
    throw new Fault(`longitude/latitude is out of bounds, lng: ${lng} lat: ${lat}`);
  }
  return [lng, lat];
};

const listFrom = <T>(value: Value | undefined, each: (item: Value) => T, what: string): T[] => {
  if (!Array.isArray(value) || value.length === 0)
    throw new Fault(`${what} coordinates must be a nonempty array`);
  return value.map(each);
};

const isSame = (a: Point | undefined, b: Point | undefined): boolean =>
  a?.[0] === b?.[0] && a?.[1] === b?.[1];

const lineFrom = (value: Value | undefined): Point[] => {
  const points = listFrom(value, pointFrom, 'LineString');
  if (points.length < LEAST_OF_LINE) throw new Fault('LineString must have at least 2 vertices');
  return points;
};

const ringFrom = (value: Value): Point[] => {
  const points = listFrom(value, pointFrom, 'Polygon');
  if (!isSame(points[0], points[points.length - 1])) throw new Fault('Loop is not closed');
  if (points.length < LEAST_OF_RING) throw new Fault('Loop must have at least 3 different vertices');
  return points;
};

const polygonFrom = (value: Value | undefined): Point[][] => listFrom(value, ringFrom, 'Polygon');

const piecesFrom = (value: Value | undefined, depth = 0): Piece[] => {
  if (!isDocument(value) || depth > MAX_COLLECTION_DEPTH) throw new Fault('a GeoJSON geometry is expected');
  const { type, coordinates } = value;
  switch (type) {
    case 'Point':
      return [{ type, coordinates: pointFrom(coordinates) }];
    case 'LineString':
      return [{ type, coordinates: lineFrom(coordinates) }];
    case 'Polygon':
      return [{ type, coordinates: polygonFrom(coordinates) }];
    case 'MultiPoint':
      return listFrom(coordinates, pointFrom, type).map((each) => ({ type: 'Point', coordinates: each }));
    case 'MultiLineString':
      return listFrom(coordinates, lineFrom, type).map((each) => ({ type: 'LineString', coordinates: each }));
    case 'MultiPolygon':
      return listFrom(coordinates, polygonFrom, type).map((each) => ({ type: 'Polygon', coordinates: each }));
    case 'GeometryCollection':
      return listFrom(value['geometries'], (each) => piecesFrom(each, depth + 1), type).flat();
    default:
      throw new Fault(`unknown GeoJSON type: ${JSON.stringify(type ?? null)}`);
  }
};

/** A GeoJSON geometry, checked: longitude first, degrees on the earth, rings closed. */
export const readGeometry = (value: Value | undefined): Geometry | Malformed => {
  try {
    const pieces = piecesFrom(value);
    return { type: isDocument(value) ? String(value['type']) : '', pieces };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.message };
    throw error;
  }
};

/** The same of a stored value; undefined for what is no geometry, and is no match of anything. */
export const geometryOf = (value: Value | undefined): Geometry | undefined => {
  if (!isDocument(value)) return undefined;
  const read = readGeometry(value);
  return 'fault' in read ? undefined : read;
};

/** A Point; undefined for anything else. */
export const pointOf = (value: Value | undefined): Point | undefined => {
  if (!isDocument(value) || value['type'] !== 'Point') return undefined;
  const [piece] = geometryOf(value)?.pieces ?? [];
  return piece?.type === 'Point' ? piece.coordinates : undefined;
};
