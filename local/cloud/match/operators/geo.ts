import booleanIntersects from '@turf/boolean-intersects';
import booleanWithin from '@turf/boolean-within';
import { badRequest } from '../../gateway/errors';
import { isDocument, type Document, type Value } from '../../values/value';
import type { Operator } from './types';

/** Metres; MongoDB's sphere. */
const EARTH_RADIUS_M = 6_378_100;

export type Point = readonly [lng: number, lat: number];

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const isPair = (value: Value | undefined): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'number');

/** GeoJSON Point (longitude first); undefined for anything else. */
export const pointOf = (value: Value | undefined): Point | undefined => {
  if (!isDocument(value) || value['type'] !== 'Point' || !isPair(value['coordinates'])) return undefined;
  return value['coordinates'];
};

/** Metres between two points along the sphere. */
const distanceBetween = ([lngA, latA]: Point, [lngB, latB]: Point): number => {
  const sinLat = Math.sin(radians(latB - latA) / 2);
  const sinLng = Math.sin(radians(lngB - lngA) / 2);
  const h = sinLat ** 2 + Math.cos(radians(latA)) * Math.cos(radians(latB)) * sinLng ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
};

/** Metres from the origin to a stored point; undefined for what is no point. */
export const distanceTo = (origin: Point, value: Value | undefined): number | undefined => {
  const point = pointOf(value);
  return point && distanceBetween(origin, point);
};

const SHAPES = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'];
const isShape = (value: Value | undefined): value is Document =>
  isDocument(value) && SHAPES.includes(String(value['type'])) && Array.isArray(value['coordinates']);

type Geometry = Parameters<typeof booleanWithin>[0];
const geometryOf = (value: Document): Geometry =>
  ({ type: value['type'], coordinates: value['coordinates'] }) as unknown as Geometry;

const requireShape = (operand: Value, operator: string): Document => {
  const shape = isDocument(operand) ? operand['$geometry'] : undefined;
  if (!isShape(shape)) throw badRequest(`${operator} needs a GeoJSON geometry`);
  return shape;
};

const isWithinCircle = (operand: Document): ((value: Value | undefined) => boolean) | undefined => {
  const circle = operand['$centerSphere'];
  if (!Array.isArray(circle)) return undefined;
  const [centre, radius] = circle;
  if (!isPair(centre) || typeof radius !== 'number')
    throw badRequest('$centerSphere needs a centre and a radius');
  return (value) => (distanceTo(centre, value) ?? Infinity) <= radius * EARTH_RADIUS_M;
};

export const geoWithin: Operator = (operand) => {
  const inCircle = isDocument(operand) ? isWithinCircle(operand) : undefined;
  if (inCircle) return (reached) => reached.some(inCircle);
  const area = geometryOf(requireShape(operand, '$geoWithin'));
  return (reached) => reached.some((value) => isShape(value) && booleanWithin(geometryOf(value), area));
};

export const geoIntersects: Operator = (operand) => {
  const area = geometryOf(requireShape(operand, '$geoIntersects'));
  return (reached) => reached.some((value) => isShape(value) && booleanIntersects(geometryOf(value), area));
};

export interface Near {
  readonly origin: Point;
  readonly isInRange: (distance: number) => boolean;
}

/** What `{ $nearSphere: { $geometry, $maxDistance, $minDistance } }` asks for. */
export const nearOf = (operand: Value): Near => {
  const origin = isDocument(operand) ? pointOf(operand['$geometry']) : undefined;
  if (!origin || !isDocument(operand)) throw badRequest('$nearSphere needs a GeoJSON point');
  const { $maxDistance: most, $minDistance: least } = operand;
  return {
    origin,
    isInRange: (distance) =>
      (typeof most !== 'number' || distance <= most) && (typeof least !== 'number' || distance >= least),
  };
};

/** Whether it is near enough; the order, nearest first, is the finder's affair. */
export const nearSphere: Operator = (operand) => {
  const { origin, isInRange } = nearOf(operand);
  return (reached) =>
    reached.some((value) => {
      const distance = distanceTo(origin, value);
      return distance !== undefined && isInRange(distance);
    });
};
