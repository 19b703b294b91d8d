export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  /** 0 … 1 */
  readonly a: number;
}

/** `rgb(…)` and `rgba(…)`, as computed styles give them. */
export const colourOf = (text: string): Colour => {
  const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return { r, g, b, a };
};

export const WHITE: Colour = { r: 255, g: 255, b: 255, a: 1 };
/** Between them lies every picture. */
export const blackOrWhite: readonly Colour[] = [{ r: 0, g: 0, b: 0, a: 1 }, WHITE];

/** The colours between which a gradient runs. */
export const coloursOf = (gradient: string): Colour[] =>
  (gradient.match(/rgba?\([^)]*\)/g) ?? []).map(colourOf);

/** `top` painted over an opaque ground. */
export const over = (top: Colour, ground: Colour): Colour => {
  const mix = (a: number, b: number): number => a * top.a + b * (1 - top.a);
  return { r: mix(top.r, ground.r), g: mix(top.g, ground.g), b: mix(top.b, ground.b), a: 1 };
};

/** Relative luminance (WCAG 2.1). */
const luminance = ({ r, g, b }: Colour): number => {
  const linear = (channel: number): number => {
    const part = channel / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
};

/** 1 … 21 (WCAG 2.1, 1.4.3). */
export const contrast = (a: Colour, b: Colour): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
};
