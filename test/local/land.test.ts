import catalogue from '../../data/catalogue.json';
import { DIVISIONS } from '../../local/seed/province/divisions';
import { LAND, LAND_MARGIN } from '../../local/seed/province/land';
import { DRAWN_PROJECTS } from '../../local/seed/province/projects';

type Box = readonly [west: number, south: number, east: number, north: number];

/**
 * Degrees (GCJ-02) round the seat of each division, on the landward side of the shore or river that land.ts names there.
 * 三沙 is 永兴岛, with its centre alone.
 */
const BOXES: Readonly<Record<string, Box>> = {
  '460100': [110.16, 19.95, 110.3, 20.045],
  '460200': [109.5, 18.265, 109.57, 18.32],
  '460300': [112.333, 16.832, 112.334, 16.833],
  '460400': [109.5, 19.45, 109.66, 19.59],
  '469001': [109.48, 18.74, 109.55, 18.81],
  '469002': [110.42, 19.255, 110.52, 19.31],
  '469005': [110.74, 19.51, 110.797, 19.565],
  '469006': [110.33, 18.76, 110.41, 18.84],
  '469007': [108.655, 19.07, 108.72, 19.12],
  '469021': [110.32, 19.64, 110.4, 19.681],
  '469022': [110.06, 19.32, 110.14, 19.39],
  '469023': [109.96, 19.738, 110.05, 19.79],
  '469024': [109.65, 19.87, 109.73, 19.915],
  '469025': [109.42, 19.19, 109.48, 19.26],
  '469026': [109.02, 19.27, 109.09, 19.33],
  '469027': [109.14, 18.72, 109.21, 18.78],
  '469028': [109.98, 18.5, 110.04, 18.55],
  '469029': [109.68, 18.61, 109.73, 18.67],
  '469030': [109.81, 19.01, 109.87, 19.06],
  '460400-YP': [109.195, 19.765, 109.24, 19.8],
};

const isInside = ({ lng, lat }: { lng: number; lat: number }, [west, south, east, north]: Box): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north;

const boxOf = (code: string): Box => {
  const box = BOXES[code];
  if (!box) throw new Error(`no box for ${code}`);
  return box;
};

test('every division but the province itself has a line of the table and a box', () => {
  const codes = catalogue.divisions.filter(({ parent }) => parent !== null).map(({ code }) => code);
  expect(DIVISIONS.map(({ code }) => code)).toEqual(codes);
  expect(Object.keys(LAND).sort()).toEqual([...codes].sort());
  expect(Object.keys(BOXES).sort()).toEqual([...codes].sort());
});

test.each(DIVISIONS.map(({ code }) => code))('%s: the whole of every offset lies within its box', (code) => {
  const center = catalogue.divisions.find((division) => division.code === code)?.center ?? { lng: 0, lat: 0 };
  for (const [east, north] of LAND[code] ?? []) {
    for (const [x, y] of [
      [east - LAND_MARGIN, north - LAND_MARGIN],
      [east + LAND_MARGIN, north + LAND_MARGIN],
    ] as const) {
      // A degree of latitude is 111.3 km, of longitude here between 104.5 (20.05°) and 106.5 km (16.83°).
      expect(isInside({ lng: center.lng + x / 104_500, lat: center.lat + y / 111_300 }, boxOf(code))).toBe(
        true,
      );
    }
  }
});

test('every project that has a position lies within the box of its division; of 三沙 on the very centre', () => {
  const located = DRAWN_PROJECTS.filter(({ point }) => point !== null);
  expect(located.length).toBeGreaterThan(250);
  expect(located.length).toBeLessThan(310);
  for (const { point, division } of located) {
    expect([division.code, point && isInside(point, boxOf(division.code))]).toEqual([division.code, true]);
    if (division.code === '460300') expect(point).toEqual({ lng: 112.33356, lat: 16.83272 });
  }
});
