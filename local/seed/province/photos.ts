import { createHash } from 'node:crypto';
import { PNG } from 'pngjs';

/** A picture of the demonstration: what photos and covers are copies of. */
export interface Picture {
  readonly bytes: Buffer;
  /** Of the bytes, hex. */
  readonly sha256: string;
}

const WIDTH = 160;
const HEIGHT = 120;

type Colour = readonly [red: number, green: number, blue: number];

/** Sky, works and a mark: pictures of no place, to be told apart at the size of a thumbnail. */
const SIGHTS: readonly (readonly [sky: Colour, works: Colour, mark: Colour])[] = [
  [
    [176, 196, 214],
    [98, 92, 84],
    [214, 120, 40],
  ],
  [
    [202, 208, 210],
    [128, 110, 88],
    [190, 60, 50],
  ],
  [
    [150, 178, 204],
    [84, 96, 104],
    [230, 190, 60],
  ],
  [
    [214, 202, 184],
    [116, 84, 60],
    [60, 110, 160],
  ],
  [
    [188, 204, 190],
    [90, 104, 80],
    [200, 90, 60],
  ],
  [
    [168, 184, 200],
    [140, 140, 136],
    [220, 150, 50],
  ],
  [
    [206, 214, 222],
    [104, 78, 70],
    [70, 130, 90],
  ],
  [
    [160, 170, 180],
    [70, 70, 76],
    [236, 210, 90],
  ],
];

export const PICTURE_PIXELS = { width: WIDTH, height: HEIGHT };

const HORIZON = 46;
const POST_EVERY = 27;
const POST_WIDTH = 4;
const BAR = 64;
const BAR_HEIGHT = 4;
const MARK = 22;

/** A horizon, posts with a bar, and a marked square whose place is the picture's own. */
const draw = ([sky, works, mark]: (typeof SIGHTS)[number], index: number): Picture => {
  const png = new PNG({ width: WIDTH, height: HEIGHT });
  const left = 12 + index * 15;
  const colourAt = (x: number, y: number): Colour => {
    if (x >= left && x < left + MARK && y >= HEIGHT - 40 && y < HEIGHT - 40 + MARK) return mark;
    const isPost = y >= HORIZON - 24 && x % POST_EVERY < POST_WIDTH;
    const isBar = y >= BAR && y < BAR + BAR_HEIGHT;
    if (isPost || isBar) return mark.map((part) => part >> 1) as unknown as Colour;
    return y < HORIZON ? sky : works;
  };
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const [red, green, blue] = colourAt(x, y);
      png.data.set([red, green, blue, 255], (y * WIDTH + x) * 4);
    }
  }
  const bytes = PNG.sync.write(png, { colorType: 2 });
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
};

export const PICTURES: readonly Picture[] = SIGHTS.map(draw);

/** The name under which a copy keeps it: copying in the storage cannot rename. */
const nameOf = ({ sha256 }: Picture): string => `${sha256}.png`;

/** A picture that is to stand at a path as well. */
export interface PictureCopy {
  readonly path: string;
  readonly picture: Picture;
}

/** Where the picture itself stands. */
export const originalPathOf = (picture: Picture): string => `demonstration/${nameOf(picture)}`;

/** Where it stands as evidence. */
export const keptPathOf = (evidenceId: string, picture: Picture): string =>
  `evidence/${evidenceId}/${nameOf(picture)}`;
