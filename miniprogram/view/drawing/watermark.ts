import { exactTime } from '../time';
import { wrapped } from '../print-sheet';
import { longSide, type Size } from './drawing';
import type { Rectangle } from './shapes';

/** Where a picture was taken, as far as the phone could tell. */
export interface Place {
  /** Told by its name where one is known. */
  readonly address?: string | null;
  readonly lng: number;
  readonly lat: number;
  /** Metres. */
  readonly accuracy: number;
}

export interface WatermarkFacts {
  /** Instant, ISO, corrected by the server's clock. */
  readonly at: string;
  readonly place: Place | null;
  readonly project: string;
  readonly author: string;
}

/** The address, or 110.3300, 20.0300 ±12 m, or 没有位置. Four digits: about ten metres. */
const placeWords = (place: Place | null): string => {
  if (!place) return '没有位置';
  const { address, lng, lat, accuracy } = place;
  return address || `${lng.toFixed(4)}, ${lat.toFixed(4)} ±${Math.round(accuracy)} m`;
};

/** What stands on the shown copy, line by line: when and who, which project, where. Beijing time, 2026-11-25 14:05. */
export const watermarkLines = ({ at, place, project, author }: WatermarkFacts): readonly string[] => [
  `${exactTime(at)}  ${author}`,
  project,
  placeWords(place),
];

/** A thumbnail of 360 px still has letters of 12 px. */
const LETTERS = 30;
/** The time and a name stay in one row of a narrow picture: eight letters' width, a gap and five. */
const LETTERS_ABREAST = 15;
/** Of the picture's area, at most. */
const MOST_SHARE = 1 / 4;
/** Of each line, first two rows, then one, then in smaller letters. */
const TRIES = [
  { rows: 2, scale: 1 },
  { rows: 1, scale: 1 },
  { rows: 1, scale: 0.8 },
  { rows: 1, scale: 0.6 },
  { rows: 1, scale: 0.4 },
  { rows: 1, scale: 0.2 },
] as const;
const ROW = 1.35;
const PADDING = 0.5;

export interface WatermarkLayout {
  /** Height of the letters, px. */
  readonly letters: number;
  readonly strip: Rectangle;
  /** Each with the middle of its height. */
  readonly rows: readonly { readonly text: string; readonly x: number; readonly y: number }[];
}

/** No more than `most` rows; what does not fit ends in …. */
const rowsOf = (
  line: string,
  most: number,
  width: number,
  widthOf: (text: string) => number,
): readonly string[] => {
  const rows = wrapped(line, width, widthOf);
  if (rows.length <= most) return rows;
  const signs = [...(rows[most - 1] ?? '')];
  while (signs.length > 0 && widthOf(`${signs.join('')}…`) > width) signs.pop();
  return [...rows.slice(0, most - 1), `${signs.join('').trim()}…`];
};

/**
 * The strip at the lower left, as wide as its words, and the rows in it: never over more than a quarter of the picture.
 * @param widthOf of a text in letters of that height, px
 */
export const layoutWatermark = (
  lines: readonly string[],
  size: Size,
  widthOf: (text: string, letters: number) => number,
): WatermarkLayout => {
  const laidOut = ({ rows: most, scale }: (typeof TRIES)[number]): WatermarkLayout => {
    const letters = Math.min(longSide(size) / LETTERS, size.width / LETTERS_ABREAST) * scale;
    const padding = letters * PADDING;
    const measure = (text: string): number => widthOf(text, letters);
    const texts = lines.flatMap((line) => rowsOf(line, most, size.width - 2 * padding, measure));
    const width = Math.min(size.width, Math.max(0, ...texts.map(measure)) + 2 * padding);
    const height = texts.length * letters * ROW + padding;
    const top = size.height - height;
    return {
      letters,
      strip: { x: 0, y: top, width, height },
      rows: texts.map((text, index) => ({
        text,
        x: padding,
        y: top + padding / 2 + (index + 0.5) * letters * ROW,
      })),
    };
  };
  const [first, ...others] = TRIES;
  let layout = laidOut(first);
  for (const next of others) {
    const { width, height } = layout.strip;
    if (width * height <= size.width * size.height * MOST_SHARE) break;
    layout = laidOut(next);
  }
  return layout;
};
