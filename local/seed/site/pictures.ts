import { Canvas, type Colour } from './canvas';

/** What a photo of the site shows: sky, works, and where something is wrong. */
interface Sight {
  readonly sky: Colour;
  readonly works: Colour;
  readonly steel: Colour;
  /** Of the missing rail, a share of the width. */
  readonly gap: number;
}

export const SIGHTS: readonly Sight[] = [
  { sky: [170, 192, 212], works: [120, 104, 88], steel: [70, 78, 88], gap: 0.56 },
  { sky: [196, 204, 208], works: [96, 100, 104], steel: [188, 120, 40], gap: 0.34 },
  { sky: [154, 180, 204], works: [132, 116, 92], steel: [60, 96, 128], gap: 0.7 },
];

export const ORIGINAL = { width: 1200, height: 900 };
export const SHOWN = { width: 1000, height: 750 };
export const THUMBNAIL = { width: 240, height: 180 };

const SIDE = 0.75;
const POSTS = 7;
const POST_STEP = 0.15;
const RAILS = [0.24, 0.36, 0.56];
const RED: Colour = [229, 57, 53];
const INK: Colour = [20, 20, 24];
const WHITE: Colour = [255, 255, 255];

/** A scaffold before the sky; between two of its posts the upper rails are missing. */
const sight = (canvas: Canvas, { sky, works, steel, gap }: Sight): void => {
  canvas.box(0, 0, 1, SIDE, sky);
  canvas.box(0, 0.42, 1, SIDE, works);
  for (let floor = 0; floor < 3; floor += 1) canvas.box(0, 0.48 + floor * 0.12, 1, 0.012, steel, 0.6);
  for (let post = 0; post < POSTS; post += 1) canvas.box(0.04 + post * POST_STEP, 0.14, 0.016, SIDE, steel);
  RAILS.forEach((rail, index) => {
    if (index === RAILS.length - 1) canvas.box(0, rail, 1, 0.012, steel);
    else {
      canvas.box(0, rail, gap, 0.01, steel);
      canvas.box(gap + POST_STEP, rail, 1, 0.01, steel);
    }
  });
};

/** The photo as it was taken. */
export const original = (of: Sight): Buffer => {
  const canvas = new Canvas(ORIGINAL);
  sight(canvas, of);
  return canvas.bytes();
};

/** With a box and an arrow drawn on it, and the strip of the watermark with the project's number. */
const drawnOn = (canvas: Canvas, of: Sight): void => {
  sight(canvas, of);
  canvas.frame(of.gap - 0.01, 0.2, POST_STEP + 0.03, 0.22, 0.008, RED);
  const tip = [of.gap - 0.02, 0.43] as const;
  canvas.line([[tip[0] - 0.14, 0.6], tip], 0.01, RED);
  canvas.line([[tip[0] - 0.05, 0.44], tip, [tip[0] - 0.02, 0.48]], 0.01, RED);
  canvas.box(0.02, 0.66, 0.34, 0.07, INK, 0.62);
  canvas.digits('2026-0031', 0.04, 0.676, 0.0052, WHITE);
};

const written = (size: { width: number; height: number }, paint: (canvas: Canvas) => void): Buffer => {
  const canvas = new Canvas(size);
  paint(canvas);
  return canvas.bytes();
};

export const shownCopy = (of: Sight): Buffer => written(SHOWN, (canvas) => drawnOn(canvas, of));
export const shownThumbnail = (of: Sight): Buffer => written(THUMBNAIL, (canvas) => drawnOn(canvas, of));
export const thumbnail = (of: Sight): Buffer => written(THUMBNAIL, (canvas) => sight(canvas, of));

export const SIGNATURE = { width: 600, height: 260 };

/** Strokes of a hand in ink on white: a name nobody can read. */
export const signature = (): Buffer => {
  const canvas = new Canvas(SIGNATURE);
  canvas.box(0, 0, 1, 1, WHITE);
  const strokes = [
    [
      [0.14, 0.14],
      [0.32, 0.12],
    ],
    [
      [0.23, 0.07],
      [0.22, 0.3],
    ],
    [
      [0.12, 0.22],
      [0.34, 0.2],
    ],
    [
      [0.14, 0.34],
      [0.2, 0.3],
      [0.36, 0.36],
    ],
    [
      [0.46, 0.1],
      [0.42, 0.2],
      [0.5, 0.18],
      [0.44, 0.34],
    ],
    [
      [0.52, 0.12],
      [0.6, 0.1],
      [0.56, 0.34],
      [0.52, 0.3],
    ],
    [
      [0.7, 0.1],
      [0.68, 0.34],
    ],
    [
      [0.64, 0.22],
      [0.82, 0.2],
      [0.8, 0.36],
      [0.88, 0.3],
    ],
  ] as const;
  for (const stroke of strokes) canvas.line(stroke, 0.011, INK);
  return canvas.bytes();
};
