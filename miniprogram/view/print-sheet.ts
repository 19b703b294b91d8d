/**
 * A sheet of A4 for a wall or a fence, as a picture. A phone draws 1365 px a side at most (画布): 965 × 1365 are A4 at
 * about 117 dots an inch, enough for words of this size and for a code of several centimetres.
 */
export const SHEET_SIZE = { width: 965, height: 1365 } as const;

export interface PrintSheet {
  /** Above everything, small. */
  readonly kind: string;
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Below the code: what scanning it does, and for whom. */
  readonly call: string;
  readonly notes: readonly string[];
}

/** What the drawing needs of a canvas of type 2d. */
export interface Pen<Picture> {
  font: string;
  fillStyle: unknown;
  textAlign: unknown;
  textBaseline: unknown;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { readonly width: number };
  drawImage(picture: Picture, x: number, y: number, width: number, height: number): void;
}

/** Printed: black on white, whatever the phone's colours are. */
const INK = '#000000';
const PAPER = '#ffffff';
const RULE = '#0a57c2';

const MARGIN = 80;
const INNER = SHEET_SIZE.width - 2 * MARGIN;
const MIDDLE = SHEET_SIZE.width / 2;
const LABEL_WIDTH = 190;
const SMALLEST_CODE = 320;
const LARGEST_CODE = 600;
const FAMILY = "'PingFang SC', 'Noto Sans CJK SC', sans-serif";

const fontOf = (size: number, isBold = false): string => `${isBold ? 'bold ' : ''}${size}px ${FAMILY}`;

/** Lines no wider than `width`; nothing is left out. */
export const wrapped = (
  text: string,
  width: number,
  widthOf: (text: string) => number,
): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const sign of text) {
    if (line !== '' && widthOf(line + sign) > width) {
      lines.push(line);
      line = sign.trim();
    } else line += sign;
  }
  return line === '' ? lines : [...lines, line];
};

interface Words {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly isBold: boolean;
  readonly align: 'left' | 'center';
}

export interface SheetLayout {
  readonly words: readonly Words[];
  /** px from the top. */
  readonly rule: number;
  readonly code: { readonly x: number; readonly y: number; readonly side: number };
}

type Measure = (text: string, size: number, isBold: boolean) => number;

/** Everything below each other in the given scale; the code takes the room that is left, up to its largest. */
const laidOut = (sheet: PrintSheet, measure: Measure, scale: number): SheetLayout => {
  const words: Words[] = [];
  let y = MARGIN;
  const put = (text: string, size: number, isBold: boolean, x: number, width: number): void => {
    for (const line of wrapped(text, width, (part) => measure(part, size, isBold))) {
      words.push({ text: line, x, y, size, isBold, align: x === MIDDLE ? 'center' : 'left' });
      y += size * 1.4;
    }
  };
  const [kind, title, fact, call, note] = [30, 60, 30, 44, 26].map((size) => Math.round(size * scale));
  put(sheet.kind, kind ?? 0, false, MIDDLE, INNER);
  y += 12 * scale;
  put(sheet.title, title ?? 0, true, MIDDLE, INNER);
  y += 16 * scale;
  const rule = y;
  y += 32 * scale;
  for (const { label, value } of sheet.facts) {
    const top = y;
    put(label, fact ?? 0, false, MARGIN, LABEL_WIDTH);
    const below = y;
    y = top;
    put(value, fact ?? 0, true, MARGIN + LABEL_WIDTH, INNER - LABEL_WIDTH);
    y = Math.max(y, below) + 8 * scale;
  }
  const facts = y + 24 * scale;
  // What stands below the code is measured first, from the top of the sheet.
  const begun = words.length;
  y = 0;
  put(sheet.call, call ?? 0, true, MIDDLE, INNER);
  y += 8 * scale;
  for (const text of sheet.notes) put(text, note ?? 0, false, MIDDLE, INNER);
  const room = SHEET_SIZE.height - MARGIN - facts - y - 24 * scale;
  const side = Math.min(LARGEST_CODE, Math.floor(room));
  const codeTop = facts + (room - side) / 2;
  const foot = codeTop + side + 24 * scale;
  return {
    words: words.map((each, index) => (index < begun ? each : { ...each, y: each.y + foot })),
    rule,
    code: { x: (SHEET_SIZE.width - side) / 2, y: codeTop, side },
  };
};

/** Long names and many units make everything smaller before they make the code too small to scan. */
const SCALES = [1, 0.9, 0.8, 0.7, 0.6] as const;

export const layoutSheet = (sheet: PrintSheet, measure: Measure): SheetLayout => {
  const [first, ...smaller] = SCALES;
  let layout = laidOut(sheet, measure, first);
  for (const scale of smaller) {
    if (layout.code.side >= SMALLEST_CODE) break;
    layout = laidOut(sheet, measure, scale);
  }
  return layout;
};

/** Draws the sheet on a canvas of SHEET_SIZE. */
export const drawSheet = <Picture>(pen: Pen<Picture>, sheet: PrintSheet, code: Picture): void => {
  const { width, height } = SHEET_SIZE;
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, width, height);
  const layout = layoutSheet(sheet, (text, size, isBold) => {
    pen.font = fontOf(size, isBold);
    return pen.measureText(text).width;
  });
  pen.fillStyle = RULE;
  pen.fillRect(MARGIN, layout.rule, INNER, 4);
  pen.fillStyle = INK;
  pen.textBaseline = 'top';
  for (const { text, x, y, size, isBold, align } of layout.words) {
    pen.font = fontOf(size, isBold);
    pen.textAlign = align;
    pen.fillText(text, x, y);
  }
  const { x, y, side } = layout.code;
  pen.drawImage(code, x, y, side, side);
};
