import { PNG } from 'pngjs';

export type Colour = readonly [red: number, green: number, blue: number];

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Seven rows of five dots each, from above; a row is five bits. */
const DIGITS: Readonly<Record<string, readonly number[]>> = {
  '0': [14, 17, 19, 21, 25, 17, 14],
  '1': [4, 12, 4, 4, 4, 4, 14],
  '2': [14, 17, 1, 2, 4, 8, 31],
  '3': [31, 2, 4, 2, 1, 17, 14],
  '4': [2, 6, 10, 18, 31, 2, 2],
  '5': [31, 16, 30, 1, 1, 17, 14],
  '6': [6, 8, 16, 30, 17, 17, 14],
  '7': [31, 1, 2, 4, 8, 8, 8],
  '8': [14, 17, 17, 14, 17, 17, 14],
  '9': [14, 17, 17, 15, 1, 2, 12],
  '-': [0, 0, 0, 31, 0, 0, 0],
};
const DIGIT_DOTS = 5;
const DIGIT_STEP = 6;

/** A picture painted dot by dot: the demonstration is written without a browser. Lengths are shares of its width. */
export class Canvas {
  private readonly png: PNG;

  constructor(readonly size: Size) {
    this.png = new PNG(size);
  }

  private put(x: number, y: number, [red, green, blue]: Colour, opacity: number): void {
    const { width, height } = this.size;
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    const at = (y * width + x) * 4;
    const { data } = this.png;
    [red, green, blue].forEach((part, index) => {
      data[at + index] = Math.round((data[at + index] ?? 0) * (1 - opacity) + part * opacity);
    });
    data[at + 3] = 255;
  }

  private dots(share: number): number {
    return Math.round(share * this.size.width);
  }

  box(x: number, y: number, width: number, height: number, colour: Colour, opacity = 1): void {
    const [left, top] = [this.dots(x), this.dots(y)];
    const [right, bottom] = [this.dots(x + width), this.dots(y + height)];
    for (let row = top; row < bottom; row += 1) {
      for (let column = left; column < right; column += 1) this.put(column, row, colour, opacity);
    }
  }

  /** Four sides of one thickness. */
  frame(x: number, y: number, width: number, height: number, thick: number, colour: Colour): void {
    this.box(x, y, width, thick, colour);
    this.box(x, y + height - thick, width, thick, colour);
    this.box(x, y, thick, height, colour);
    this.box(x + width - thick, y, thick, height, colour);
  }

  /** Through the points, with a round pen. */
  line(points: readonly (readonly [number, number])[], thick: number, colour: Colour): void {
    const radius = Math.max(1, this.dots(thick) / 2);
    points.slice(1).forEach(([toX, toY], index) => {
      const [fromX, fromY] = points[index] ?? [toX, toY];
      const steps = Math.max(1, this.dots(Math.hypot(toX - fromX, toY - fromY)));
      for (let step = 0; step <= steps; step += 1) {
        const share = step / steps;
        this.spot(fromX + (toX - fromX) * share, fromY + (toY - fromY) * share, radius, colour);
      }
    });
  }

  private spot(x: number, y: number, radius: number, colour: Colour): void {
    const [middleX, middleY] = [this.dots(x), this.dots(y)];
    const reach = Math.ceil(radius);
    for (let down = -reach; down <= reach; down += 1) {
      for (let across = -reach; across <= reach; across += 1) {
        if (Math.hypot(across, down) <= radius) this.put(middleX + across, middleY + down, colour, 1);
      }
    }
  }

  /** Digits and dashes. @param dot side of one of their dots */
  digits(text: string, x: number, y: number, dot: number, colour: Colour): void {
    [...text].forEach((sign, index) => {
      (DIGITS[sign] ?? []).forEach((bits, row) => {
        for (let column = 0; column < DIGIT_DOTS; column += 1) {
          if ((bits >> (DIGIT_DOTS - 1 - column)) & 1)
            this.box(x + (index * DIGIT_STEP + column) * dot, y + row * dot, dot, dot, colour);
        }
      });
    });
  }

  /** PNG. One filter for all rows: trying all of them takes three times as long. */
  bytes(): Buffer {
    return PNG.sync.write(this.png, { colorType: 2, filterType: 2, deflateLevel: 6 });
  }
}
