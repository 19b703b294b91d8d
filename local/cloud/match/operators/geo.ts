import booleanIntersects from '@turf/boolean-intersects';
import booleanWithin from '@turf/boolean-within';
import { badRequest } from '../../gateway/errors';
import { splitPath, valuesAt } from '../../values/path';
import { isDocument, type Document, type Value } from '../../values/value';
import type { Operator } from './types';

/** Metres; MongoDB's sphere. */
export const EARTH_RADIUS_M = 6_378_100;

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
const distanceTo = (origin: Point, value: Value | undefined): number | undefined => {
  const point = pointOf(value);
  return point && distanceBetween(origin, point);
};

/** A field may hold one place or a list of places; any of them will do. */
const placesIn = (reached: readonly (Value | undefined)[]): (Value | undefined)[] =>
  reached.flatMap((value) => (Array.isArray(value) ? value : [value]));

/** Metres from the origin to every place at a path of a document. */
export const distancesTo = (origin: Point, document: Document, path: string): number[] =>
  placesIn(valuesAt(document, splitPath(path))).flatMap((value) => distanceTo(origin, value) ?? []);

const SHAPES = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'];
export const isShape = (value: Value | undefined): value is Document =>
  isDocument(value) && SHAPES.includes(String(value['type'])) && Array.isArray(value['coordinates']);

type Geometry = Parameters<typeof booleanWithin>[0];
const geometryOf = (value: Document): Geometry =>
  ({ type: value['type'], coordinates: value['coordinates'] }) as unknown as Geometry;

const requireShape = (operand: Value, operator: string): Document => {
  const shape = isDocument(operand) ? operand['$geometry'] : undefined;
  if (!isShape(shape)) throw badRequest(`${operator} needs a GeoJSON geometry`);
  return shape;
};

/** What `{ $centerSphere: [[lng, lat], radians] }` asks for; undefined when a geometry is given instead. */
export const circleOf = (operand: Document): { centre: Point; metres: number } | undefined => {
  const circle = operand['$centerSphere'];
  if (!Array.isArray(circle)) return undefined;
  const [centre, radius] = circle;
  if (!isPair(centre) || typeof radius !== 'number')
    throw badRequest('$centerSphere needs a centre and a radius');
  return { centre, metres: radius * EARTH_RADIUS_M };
};

export const geoWithin: Operator = (operand) => {
  const circle = isDocument(operand) ? circleOf(operand) : undefined;
  if (circle) {
    const { centre, metres } = circle;
    return (reached) => placesIn(reached).some((value) => (distanceTo(centre, value) ?? Infinity) <= metres);
  }
  const area = geometryOf(requireShape(operand, '$geoWithin'));
  return (reached) =>
    placesIn(reached).some((value) => isShape(value) && booleanWithin(geometryOf(value), area));
};

export const geoIntersects: Operator = (operand) => {
  const area = geometryOf(requireShape(operand, '$geoIntersects'));
  return (reached) =>
    placesIn(reached).some((value) => isShape(value) && booleanIntersects(geometryOf(value), area));
};

export interface Near {
  readonly origin: Point;
  /** Metres; undefined for everywhere. */
  readonly most: number | undefined;
  readonly isInRange: (distance: number) => boolean;
}

/** What `{ $nearSphere: { $geometry, $maxDistance, $minDistance } }` asks for. */
export const nearOf = (operand: Value): Near => {
  const origin = isDocument(operand) ? pointOf(operand['$geometry']) : undefined;
  if (!origin || !isDocument(operand)) throw badRequest('$nearSphere needs a GeoJSON point');
  const { $maxDistance, $minDistance: least } = operand;
  const most = typeof $maxDistance === 'number' ? $maxDistance : undefined;
  return {
    origin,
    most,
    isInRange: (distance) =>
      (most === undefined || distance <= most) && (typeof least !== 'number' || distance >= least),
  };
};

/** Whether it is near enough; the order, nearest first, is the finder's affair. */
export const nearSphere: Operator = (operand) => {
  const { origin, isInRange } = nearOf(operand);
  return (reached) =>
    placesIn(reached).some((value) => {
      const distance = distanceTo(origin, value);
      return distance !== undefined && isInRange(distance);
    });
};
