/** East and north of a division's centre (data/catalogue.json), metres. */
export type Offset = readonly [east: number, north: number];

/** A position lies at most so far east or west and north or south of one of the offsets, metres. */
export const LAND_MARGIN = 350;

/**
 * Offsets at which, with LAND_MARGIN round each, there is land. Where a centre lies near the shore or a harbour all of
 * them go inland, as said at each. A division without any has no project placed but on its very centre.
 */
export const LAND: Readonly<Record<string, readonly Offset[]>> = {
  // 长流: the west coast runs 1.3 km north of the centre.
  '460100': [
    [-2800, -2600],
    [-1600, -900],
    [-900, -4200],
    [0, -1500],
    [600, -3300],
    [1500, -800],
    [2200, -5200],
    [3100, -2000],
    [4300, -3600],
    [5600, -2400],
    [7000, -3200],
    [8400, -4600],
  ],
  // The bay lies to the west, 大东海 and 榆林港 to the south: north-east, up the valley of 荔枝沟.
  '460200': [
    [600, 2600],
    [1200, 3800],
    [1900, 2700],
    [2300, 5200],
    [3000, 3600],
    [3600, 4900],
    [4300, 3100],
    [800, 5900],
  ],
  // 永兴岛 is not two kilometres long.
  '460300': [],
  '460400': [
    [-3200, 800],
    [-1500, -2100],
    [0, 1600],
    [1700, -900],
    [2600, 2400],
    [3900, -1800],
  ],
  '469001': [
    [-900, 600],
    [400, -700],
    [1200, 1100],
  ],
  // North of 万泉河.
  '469002': [
    [-3600, 1500],
    [-2100, 2800],
    [-900, 900],
    [400, 2200],
    [1500, 3600],
    [2300, 1300],
  ],
  // 八门湾 lies to the north-east, 清澜港 to the south-east: west.
  '469005': [
    [-4500, 700],
    [-3400, -1900],
    [-2600, 1200],
    [-1700, -800],
    [-900, 500],
    [-800, -2300],
  ],
  // 小海 lies to the north-east.
  '469006': [
    [-4200, 900],
    [-3000, -1400],
    [-1900, 2100],
    [-1000, -500],
    [-400, 1300],
  ],
  // The port and the sea lie to the west: east.
  '469007': [
    [1000, -600],
    [1800, 900],
    [2700, -1800],
    [3600, 400],
    [4800, -900],
  ],
  // South of 南渡江.
  '469021': [
    [-1900, -1500],
    [-500, -900],
    [700, -2400],
    [1800, -1200],
  ],
  '469022': [
    [-1600, 700],
    [-400, -1100],
    [900, 1300],
    [1700, -600],
  ],
  // North of 南渡江.
  '469023': [
    [-2300, 1600],
    [-1100, 2900],
    [0, 1000],
    [1200, 2300],
    [2400, 1200],
    [900, 3700],
  ],
  '469024': [
    [-1800, -900],
    [-600, -2300],
    [700, -1000],
    [1900, -2600],
  ],
  '469025': [
    [-1100, 500],
    [300, -800],
    [1000, 900],
  ],
  '469026': [
    [-1500, -600],
    [-400, 900],
    [800, -1200],
    [1700, 500],
  ],
  '469027': [
    [-1400, 800],
    [-300, -900],
    [900, 1200],
    [1600, -400],
  ],
  // 新村港 lies to the south, the open sea to the south-east: north-west.
  '469028': [
    [-4100, 1900],
    [-3000, 700],
    [-2200, 3100],
    [-1200, 1200],
    [-500, 2500],
  ],
  '469029': [
    [-800, 600],
    [300, -700],
    [900, 800],
  ],
  '469030': [
    [-900, -500],
    [200, 800],
    [1000, -600],
  ],
  // The port lies at the centre, 新英湾 to the south-east: north, towards 三都.
  '460400-YP': [
    [1100, 4900],
    [1700, 6000],
    [2400, 5200],
    [2900, 6300],
  ],
};
