import { wrapped } from '../print-sheet';
import { type Drawing, type Mark, type Size } from './drawing';
import { around, cellBox, cellsUnder, meanColour, type Cell } from './mosaic';
import { arrowShape, boxShape, circleShape, lineWidth, spotsOf, type Spot } from './shapes';
import { layoutWatermark } from './watermark';

/** What the painting needs of a canvas of type 2d. */
export interface Ink {
  font: string;
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: unknown;
  lineJoin: unknown;
  textAlign: unknown;
  textBaseline: unknown;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticCurveTo(controlX: number, controlY: number, x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  ellipse(x: number, y: number, rx: number, ry: number, turned: number, from: number, to: number): void;
  fill(): void;
  stroke(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  strokeRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  strokeText(text: string, x: number, y: number): void;
  measureText(text: string): { readonly width: number };
  getImageData(x: number, y: number, width: number, height: number): { readonly data: ArrayLike<number> };
}

const FAMILY = "'PingFang SC', 'Noto Sans CJK SC', sans-serif";
const fontOf = (letters: number, isBold: boolean): string =>
  `${isBold ? 'bold ' : ''}${letters.toFixed(1)}px ${FAMILY}`;

/** Through the middles between the points: a finger's way without corners. */
const paintPen = (ink: Ink, mark: Mark, size: Size): void => {
  const spots = spotsOf(mark, size);
  const [first, ...others] = spots;
  if (!first) return;
  const width = lineWidth(mark, size);
  ink.beginPath();
  if (others.length === 0) {
    ink.arc(first[0], first[1], width / 2, 0, 2 * Math.PI);
    ink.fill();
    return;
  }
  ink.lineWidth = width;
  ink.moveTo(first[0], first[1]);
  others.forEach(([x, y], index) => {
    const next: Spot | undefined = others[index + 1];
    if (next) ink.quadraticCurveTo(x, y, (x + next[0]) / 2, (y + next[1]) / 2);
    else ink.lineTo(x, y);
  });
  ink.stroke();
};

const paintArrow = (ink: Ink, mark: Mark, size: Size): void => {
  ink.beginPath();
  arrowShape(mark, size).forEach(([x, y], index) => (index === 0 ? ink.moveTo(x, y) : ink.lineTo(x, y)));
  ink.closePath();
  ink.fill();
};

const paintBox = (ink: Ink, mark: Mark, size: Size): void => {
  const { x, y, width, height } = boxShape(mark, size);
  ink.lineWidth = lineWidth(mark, size);
  ink.strokeRect(x, y, width, height);
};

const paintCircle = (ink: Ink, mark: Mark, size: Size): void => {
  const { x, y, radiusX, radiusY } = circleShape(mark, size);
  ink.lineWidth = lineWidth(mark, size);
  ink.beginPath();
  ink.ellipse(x, y, radiusX, radiusY, 0, 0, 2 * Math.PI);
  ink.stroke();
};

/** Black around light letters, white around dark ones. Relative luminance as in ITU-R BT.709, without gamma. */
const outlineOf = (colour: string): string => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 140 ? '#000000' : '#ffffff';
};

const TEXT_ROW = 1.25;

/** Begins where the finger was, wraps at the picture's edge, and is moved inside where it would hang out. */
const paintText = (ink: Ink, mark: Mark, size: Size): void => {
  const letters = lineWidth(mark, size);
  const edge = letters / 4;
  ink.font = fontOf(letters, true);
  const widthOf = (text: string): number => ink.measureText(text).width;
  const rows = wrapped(mark.text ?? '', size.width - 2 * edge, widthOf);
  const [[left, middle] = [0, 0]] = spotsOf(mark, size);
  const inside = (from: number, length: number, side: number): number =>
    Math.max(edge, Math.min(from, side - edge - length));
  const x = inside(left, Math.max(0, ...rows.map(widthOf)), size.width);
  const top = inside(middle - (letters * TEXT_ROW) / 2, rows.length * letters * TEXT_ROW, size.height);
  ink.textAlign = 'left';
  ink.textBaseline = 'middle';
  ink.strokeStyle = outlineOf(mark.colour);
  ink.lineWidth = letters / 6;
  rows.forEach((row, index) => {
    const y = top + (index + 0.5) * letters * TEXT_ROW;
    ink.strokeText(row, x, y);
    ink.fillText(row, x, y);
  });
};

/** @param ground where the picture and what was drawn before stand; its pixels are read once */
export const paintCells = (ink: Ink, cells: readonly Cell[], size: Size, ground: Ink = ink): void => {
  const boxes = cells.map((cell) => cellBox(cell, size));
  const region = around(boxes);
  if (!region) return;
  const { data } = ground.getImageData(region.x, region.y, region.width, region.height);
  for (const box of boxes) {
    const part = { ...box, x: box.x - region.x, y: box.y - region.y };
    ink.fillStyle = meanColour(data, region.width, part);
    ink.fillRect(box.x, box.y, box.width, box.height);
  }
};

const PAINTERS: Readonly<Record<Mark['tool'], (ink: Ink, mark: Mark, size: Size) => void>> = {
  pen: paintPen,
  arrow: paintArrow,
  box: paintBox,
  circle: paintCircle,
  text: paintText,
  mosaic: (ink, mark, size) => paintCells(ink, cellsUnder(mark, size), size),
};

/** One mark over what stands there. */
export const paintMark = (ink: Ink, mark: Mark, size: Size): void => {
  ink.fillStyle = mark.colour;
  ink.strokeStyle = mark.colour;
  ink.lineCap = 'round';
  ink.lineJoin = 'round';
  PAINTERS[mark.tool](ink, mark, size);
};

export const paintDrawing = (ink: Ink, { marks }: Drawing, size: Size): void => {
  for (const mark of marks) paintMark(ink, mark, size);
};

/** White on this over white is 5.7 : 1, over anything darker more. */
const STRIP = 'rgba(0, 0, 0, 0.6)';

/** @param lines of watermarkLines */
export const paintWatermark = (ink: Ink, lines: readonly string[], size: Size): void => {
  if (lines.length === 0) return;
  const { strip, rows, letters } = layoutWatermark(lines, size, (text, height) => {
    ink.font = fontOf(height, false);
    return ink.measureText(text).width;
  });
  ink.fillStyle = STRIP;
  ink.fillRect(strip.x, strip.y, strip.width, strip.height);
  ink.font = fontOf(letters, false);
  ink.fillStyle = '#ffffff';
  ink.textAlign = 'left';
  ink.textBaseline = 'middle';
  for (const { text, x, y } of rows) ink.fillText(text, x, y);
};
