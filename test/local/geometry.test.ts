import { compileQuery } from '../../local/cloud/match/matcher';
import { parseDocument } from '../../local/cloud/values/ejson';

const doc = (json: object) => parseDocument(JSON.stringify(json));
type Place = [number, number];

const point = (coordinates: unknown) => ({ type: 'Point', coordinates });
const ring = (west: number, south: number, size: number): Place[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const square = (west: number, south: number, size: number) => ({
  type: 'Polygon',
  coordinates: [ring(west, south, size)],
});
const squares = (...each: [number, number, number][]) => ({
  type: 'MultiPolygon',
  coordinates: each.map((one) => [ring(...one)]),
});
const matches = (at: unknown, condition: object): boolean =>
  compileQuery(doc({ at: condition }))(doc({ at }));
const within = ($geometry: unknown) => ({ $geoWithin: { $geometry } });
const intersects = ($geometry: unknown) => ({ $geoIntersects: { $geometry } });
const near = ($geometry: unknown, more: object = {}) => ({ $nearSphere: { $geometry, ...more } });

/** The area of all: 110–112 east, 19–21 north. */
const AREA = square(110, 19, 2);

test.each<[string, unknown, object, boolean]>([
  ['a point within', point([111, 20]), within(AREA), true],
  ['a point without', point([113, 20]), within(AREA), false],
  ['points all within', { type: 'MultiPoint', coordinates: [[111, 20], [110.5, 19.5]] }, within(AREA), true],
  ['points, one without', { type: 'MultiPoint', coordinates: [[111, 20], [113, 20]] }, within(AREA), false],
  ['an area within', square(110.5, 19.5, 1), within(AREA), true],
  ['areas within', squares([110.2, 19.2, 0.5], [111.2, 20.2, 0.5]), within(AREA), true],
  ['areas, one without', squares([110.2, 19.2, 0.5], [113, 20, 0.5]), within(AREA), false],
  ['an area in one of several', square(110.5, 19.5, 1), within(squares([100, 10, 1], [110, 19, 2])), true],
  ['a collection within', { type: 'GeometryCollection', geometries: [point([111, 20]), square(110.5, 19.5, 1)] }, within(AREA), true],
  ['lines that cross', { type: 'MultiLineString', coordinates: [[[0, 0], [1, 1]], [[109, 20], [113, 20]]] }, intersects(AREA), true],
  ['lines that do not', { type: 'LineString', coordinates: [[0, 0], [1, 1]] }, intersects(AREA), false],
  ['areas of which one touches', squares([0, 0, 1], [111, 20, 3]), intersects(AREA), true],
  ['a point by points', point([111, 20]), intersects({ type: 'MultiPoint', coordinates: [[0, 0], [111, 20]] }), true],
  ['a list of places', [point([0, 0]), point([111, 20])], within(AREA), true],
  // What is stored and is no geometry matches nothing, and fails nothing.
  ['an area without rings', { type: 'Polygon', coordinates: [] }, intersects(AREA), false],
  ['a ring that is not closed', { type: 'Polygon', coordinates: [[[110, 19], [112, 19], [112, 21]]] }, intersects(AREA), false],
  ['a ring of texts', { type: 'Polygon', coordinates: [['a', 'b']] }, within(AREA), false],
  ['a line of one point', { type: 'LineString', coordinates: [[111, 20]] }, intersects(AREA), false],
  ['a point beyond the earth', point([1e9, 20]), near(point([111, 20])), false],
  ['a point that is a text', point('111,20'), within(AREA), false],
  ['no geometry at all', { type: 'Nothing', coordinates: [111, 20] }, within(AREA), false],
  ['a text', '海口', intersects(AREA), false],
])('%s', (_name, at, condition, expected) => {
  expect(matches(at, condition)).toBe(expected);
}); // prettier-ignore

test.each<[string, object, string]>([
  ['within a line', within({ type: 'LineString', coordinates: [[0, 0], [1, 1]] }), '$geoWithin not supported with provided geometry: LineString'],
  ['within a point', within(point([0, 0])), '$geoWithin not supported with provided geometry: Point'],
  ['within an area without rings', within({ type: 'Polygon', coordinates: [] }), 'Polygon coordinates must be a nonempty array'],
  ['within a ring that is not closed', within({ type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1]]] }), 'Loop is not closed'],
  ['within a ring of two points', within({ type: 'Polygon', coordinates: [[[0, 0], [1, 0], [0, 0]]] }), 'Loop must have at least 3 different vertices'],
  ['within nothing', { $geoWithin: {} }, '$geoWithin needs a GeoJSON geometry'],
  ['within another type', within({ type: 'Circle', coordinates: [0, 0] }), 'unknown GeoJSON type: "Circle"'],
  ['crossing a line of one point', intersects({ type: 'LineString', coordinates: [[0, 0]] }), 'at least 2 vertices'],
  ['crossing a text', intersects('x'), '$geoIntersects needs a GeoJSON geometry'],
  ['within a circle beyond the earth', { $geoWithin: { $centerSphere: [[1e9, 0], 1] } }, '$centerSphere needs a centre on the earth'],
  ['within a circle without a radius', { $geoWithin: { $centerSphere: [[0, 0]] } }, '$centerSphere needs a centre'],
  ['within a circle that is none', { $geoWithin: { $centerSphere: 1 } }, '$centerSphere needs a centre'],
  ['near a place beyond the earth', near(point([1e9, 0])), 'longitude/latitude is out of bounds, lng: 1000000000 lat: 0'],
  ['near a place of texts', near(point(['1', '2'])), 'Point must be an array of a longitude and a latitude'],
  ['near a line', near({ type: 'LineString', coordinates: [[0, 0], [1, 1]] }), '$nearSphere needs a GeoJSON Point'],
  ['near within less than nothing', near(point([0, 0]), { $maxDistance: -1 }), '$maxDistance must be a number of metres'],
  ['near within a text', near(point([0, 0]), { $minDistance: 'x' }), '$minDistance must be a number of metres'],
])('%s is refused', (_name, condition, message) => {
  expect(() => matches(point([0, 0]), condition)).toThrow(message);
}); // prettier-ignore
