import { geometryOf, pointOf, readGeometry, type Geometry, type Point } from '../../geo/geometry';
import { distanceBetween, EARTH_RADIUS_M, intersects, isWithin } from '../../geo/relations';
import { badRequest } from '../../gateway/errors';
import { splitPath, valuesAt } from '../../values/path';
import { entriesOf, isDocument, type Document, type Value } from '../../values/value';
import type { Operator } from './types';

/** A field may hold one place or a list of places; any of them will do. */
const placesIn = (reached: readonly (Value | undefined)[]): (Value | undefined)[] =>
  reached.flatMap((value) => (Array.isArray(value) ? value : [value]));

/** The nearest stored point at a path of a document, and how many metres it is away; undefined when there is none. */
export const nearestPlace = (
  origin: Point,
  document: Document,
  path: string,
): { readonly place: Value; readonly distance: number } | undefined => {
  let nearest: { place: Value; distance: number } | undefined;
  for (const place of placesIn(valuesAt(document, splitPath(path)))) {
    const point = pointOf(place);
    if (!point || place === undefined) continue;
    const distance = distanceBetween(origin, point);
    if (!nearest || distance < nearest.distance) nearest = { place, distance };
  }
  return nearest;
};

/** @throws WireError for what is no geometry */
const requireGeometry = (operand: Value, operator: string): Geometry => {
  const geometry = readGeometry(isDocument(operand) ? operand['$geometry'] : undefined);
  if ('fault' in geometry) throw badRequest(`${operator} needs a GeoJSON geometry: ${geometry.fault}`);
  return geometry;
};

/** What `{ $centerSphere: [[lng, lat], radians] }` asks for; undefined when a geometry is given instead. */
export const circleOf = (operand: Document): { centre: Point; metres: number } | undefined => {
  const circle = operand['$centerSphere'];
  if (circle === undefined) return undefined;
  const [coordinates, radius] = Array.isArray(circle) ? circle : [];
  const centre = pointOf({ type: 'Point', coordinates: coordinates ?? null });
  if (!centre || typeof radius !== 'number' || !(radius >= 0)) {
    throw badRequest('$centerSphere needs a centre on the earth and a radius');
  }
  return { centre, metres: radius * EARTH_RADIUS_M };
};

/** The area of a $geoWithin. @throws WireError for a geometry that has no inside */
export const areaOf = (operand: Value): Geometry => {
  const area = requireGeometry(operand, '$geoWithin');
  if (area.type !== 'Polygon' && area.type !== 'MultiPolygon') {
    throw badRequest(`$geoWithin not supported with provided geometry: ${area.type}`);
  }
  return area;
};

export const shapeOf = (operand: Value): Geometry => requireGeometry(operand, '$geoIntersects');

export const geoWithin: Operator = (operand) => {
  const circle = isDocument(operand) ? circleOf(operand) : undefined;
  if (circle) {
    const { centre, metres } = circle;
    return (reached) =>
      placesIn(reached).some((value) => {
        const point = pointOf(value);
        return point !== undefined && distanceBetween(centre, point) <= metres;
      });
  }
  const area = areaOf(operand);
  return (reached) =>
    placesIn(reached).some((value) => {
      const geometry = geometryOf(value);
      return geometry !== undefined && isWithin(geometry, area);
    });
};

export const geoIntersects: Operator = (operand) => {
  const shape = shapeOf(operand);
  return (reached) =>
    placesIn(reached).some((value) => {
      const geometry = geometryOf(value);
      return geometry !== undefined && intersects(geometry, shape);
    });
};

export interface Near {
  readonly origin: Point;
  /** Metres; undefined for everywhere. */
  readonly most: number | undefined;
  readonly isInRange: (distance: number) => boolean;
}

/** @throws WireError for what is no distance */
const distanceOf = (operand: Document, name: string): number | undefined => {
  const metres = operand[name];
  if (metres === undefined) return undefined;
  if (typeof metres !== 'number' || !(metres >= 0)) throw badRequest(`${name} must be a number of metres`);
  return metres;
};

/** What `{ $nearSphere: { $geometry, $maxDistance, $minDistance } }` asks for. */
export const nearOf = (operand: Value): Near => {
  const geometry = requireGeometry(operand, '$nearSphere');
  const [piece] = geometry.pieces;
  if (!isDocument(operand) || geometry.type !== 'Point' || piece?.type !== 'Point') {
    throw badRequest('$nearSphere needs a GeoJSON Point');
  }
  const most = distanceOf(operand, '$maxDistance');
  const least = distanceOf(operand, '$minDistance') ?? 0;
  return {
    origin: piece.coordinates,
    most,
    isInRange: (distance) => distance >= least && (most === undefined || distance <= most),
  };
};

/** The point that a query names, by itself or among others, and the path it is about. */
export const nearIn = (query: Document): { readonly path: string; readonly origin: Point } | undefined => {
  for (const [path, condition] of entriesOf(query)) {
    if (path === '$and' && Array.isArray(condition)) {
      const near = condition.filter(isDocument).map(nearIn).find(Boolean);
      if (near) return near;
    }
    const operand = isDocument(condition) ? (condition['$nearSphere'] ?? condition['$near']) : undefined;
    if (operand !== undefined) return { path, origin: nearOf(operand).origin };
  }
  return undefined;
};

/** Whether it is near enough; the order, nearest first, is the finder's affair. */
export const nearSphere: Operator = (operand) => {
  const { origin, isInRange } = nearOf(operand);
  return (reached) =>
    placesIn(reached).some((value) => {
      const point = pointOf(value);
      return point !== undefined && isInRange(distanceBetween(origin, point));
    });
};
