import { geometryOf, pointOf, type Geometry, type Point } from '../../geo/geometry';
import { distanceBetween, EARTH_RADIUS_M } from '../../geo/relations';
import { areaOf, circleOf, nearOf, shapeOf } from '../../match/operators/geo';
import { isDocument, type Value } from '../../values/value';

/**
 * The earth as a square of longitude and latitude, quartered 26 times (0.6 m high): a point's cell is the path of
 * quarters to it, so that all points of a larger cell stand together in the index.
 */
const LEVELS = 26;

/** A query is covered by at most this many cells; what else they hold is the matcher's affair. */
const MAX_CELLS = 16;

/** Degrees added round a query: the matcher's last digits are not ours. */
const MARGIN = 1e-6;

const POINT = 'p';
/** Lines and areas lie in many cells: they stand apart and are always looked at. */
const SHAPE = 's';
const NEITHER = 'n';

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

const WORLD: Box = { west: -180, south: -90, east: 180, north: 90 };

const quarters = ({ west, south, east, north }: Box): readonly Box[] => {
  const [lng, lat] = [(west + east) / 2, (south + north) / 2];
  return [
    { west, south, east: lng, north: lat },
    { west: lng, south, east, north: lat },
    { west, south: lat, east: lng, north },
    { west: lng, south: lat, east, north },
  ];
};

const cellOf = ([lng, lat]: Point): string => {
  let cell = '';
  let { west, south, east, north } = WORLD;
  for (let level = 0; level < LEVELS; level += 1) {
    const [midLng, midLat] = [(west + east) / 2, (south + north) / 2];
    const [isEast, isNorth] = [lng >= midLng, lat >= midLat];
    if (isEast) west = midLng;
    else east = midLng;
    if (isNorth) south = midLat;
    else north = midLat;
    cell += String(Number(isEast) + 2 * Number(isNorth));
  }
  return cell;
};

/** What a 2dsphere field's index holds of one value. */
export const encodePlace = (value: Value | undefined): Buffer => {
  const point = pointOf(value);
  if (point) return Buffer.from(POINT + cellOf(point));
  return Buffer.from(geometryOf(value) ? SHAPE : NEITHER);
};

/** Metres by which a place may be further or nearer than the middle of its cell is. */
export const PLACE_ERROR_M = 1.5;

/** The middle of a cell given by its path. */
const middleOf = (cell: string): Point => {
  let area = WORLD;
  for (const digit of cell) area = quarters(area)[Number(digit)] ?? area;
  return [(area.west + area.east) / 2, (area.south + area.north) / 2];
};

/** How far what an index key ends with is from the point, metres; whatever is no point may be anywhere. */
export const distanceFrom = (origin: Point): ((key: Buffer) => number) => {
  const length = POINT.length + LEVELS;
  return (key) => {
    const end = key.subarray(-length).toString('latin1');
    return end.length === length && end.startsWith(POINT) && /^\d+$/.test(end.slice(1))
      ? distanceBetween(origin, middleOf(end.slice(POINT.length)))
      : 0;
  };
};

const overlaps = (a: Box, b: Box): boolean =>
  a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;

const cover = (box: Box): string[] => {
  let cells = [{ path: '', area: WORLD }];
  for (let level = 0; level < LEVELS; level += 1) {
    const finer = cells.flatMap(({ path, area }) =>
      quarters(area)
        .map((quarter, digit) => ({ path: `${path}${digit}`, area: quarter }))
        .filter((each) => overlaps(each.area, box)),
    );
    if (finer.length > MAX_CELLS) break;
    cells = finer;
  }
  return cells.map(({ path }) => path);
};

const boxOfCircle = ([lng, lat]: Point, metres: number): Box => {
  const high = (metres / EARTH_RADIUS_M) * (180 / Math.PI);
  const [south, north] = [lat - high, lat + high];
  const narrowest = Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180);
  // Round a pole every longitude may be near.
  const wide = narrowest > 0 && high < 90 ? high / narrowest : 360;
  return { west: lng - wide, south, east: lng + wide, north };
};

const boxOfShape = ({ pieces }: Geometry): Box =>
  pieces
    .flatMap(({ type, coordinates }): readonly Point[] => {
      if (type === 'Point') return [coordinates];
      return type === 'LineString' ? coordinates : coordinates.flat();
    })
    .reduce<Box>(
      (box, [lng, lat]) => ({
        west: Math.min(box.west, lng),
        south: Math.min(box.south, lat),
        east: Math.max(box.east, lng),
        north: Math.max(box.north, lat),
      }),
      { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity },
    );

const boxOf = (operator: string, operand: Value): Box | undefined => {
  if (!isDocument(operand)) return undefined;
  if (operator === '$nearSphere' || operator === '$near') {
    const { origin, most } = nearOf(operand);
    return most === undefined ? undefined : boxOfCircle(origin, most);
  }
  if (operator === '$geoWithin') {
    const circle = circleOf(operand);
    return circle ? boxOfCircle(circle.centre, circle.metres) : boxOfShape(areaOf(operand));
  }
  return operator === '$geoIntersects' ? boxOfShape(shapeOf(operand)) : undefined;
};

/** The beginnings of the keys among which every place is that a geo operator lets through; undefined for all. */
export const placesOf = (operator: string, operand: Value): readonly Buffer[] | undefined => {
  const box = boxOf(operator, operand);
  if (!box) return undefined;
  const wider: Box = {
    west: box.west - MARGIN,
    south: box.south - MARGIN,
    east: box.east + MARGIN,
    north: box.north + MARGIN,
  };
  // A circle over the antimeridian goes on at the other side: not worth cells of its own.
  if (wider.west < -180 || wider.east > 180) return undefined;
  return [...cover(wider).map((cell) => Buffer.from(POINT + cell)), Buffer.from(SHAPE)];
};
