/** Share of the picture's width and of its height, 0 … 1: the same place at any size. */
export type Point = readonly [x: number, y: number];

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Tool = 'pen' | 'arrow' | 'box' | 'circle' | 'text' | 'mosaic';

/** One thing drawn on a picture. */
export interface Mark {
  readonly tool: Tool;
  /** #rrggbb; a mosaic has the picture's own. */
  readonly colour: string;
  /** Of the line, share of the picture's longer side; of a text, the height of its letters. */
  readonly width: number;
  /** Of a pen and a mosaic the way of the finger, of a text one, of the others where it came down and left. */
  readonly points: readonly Point[];
  readonly text?: string;
}

/** What is drawn on one picture, the first below the others. Data: painted only to be seen or sent. */
export interface Drawing {
  readonly marks: readonly Mark[];
}

export const NO_DRAWING: Drawing = { marks: [] };

/** A picture that needs more marks than this cannot be read any more. */
export const MOST_MARKS = 200;
/** Of a drawing as JSON: 60 of them stay below the 10 MB that a phone keeps for the program. */
export const MOST_BYTES = 64 * 1024;
/** Signs of one text. */
export const MOST_SIGNS = 40;

/** Legible on concrete, earth and sky; red first. */
export const COLOURS = [
  { name: '红', colour: '#e02a1f' },
  { name: '黄', colour: '#ffd400' },
  { name: '绿', colour: '#12a150' },
  { name: '蓝', colour: '#1677ff' },
  { name: '白', colour: '#ffffff' },
] as const;

/** Shares of the picture's longer side: 11 px, 61 px and 82 px of 1365. */
export const WIDTHS: Readonly<Record<Tool, number>> = {
  pen: 0.008,
  arrow: 0.008,
  box: 0.008,
  circle: 0.008,
  text: 0.045,
  mosaic: 0.06,
};

export const longSide = ({ width, height }: Size): number => Math.max(width, height);

/** The size that a picture has when its longer side is at most `most`; never larger than it is. Whole px, at least 1. */
export const reduced = (picture: Size, most: number): Size => {
  const scale = Math.min(1, most / longSide(picture));
  return {
    width: Math.max(1, Math.round(picture.width * scale)),
    height: Math.max(1, Math.round(picture.height * scale)),
  };
};

/** The picture's size when all of it is seen in the box, as large as it can be. */
export const fitted = (picture: Size, box: Size): Size => {
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  return { width: Math.floor(picture.width * scale), height: Math.floor(picture.height * scale) };
};
