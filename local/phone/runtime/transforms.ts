const UNITS: Readonly<Record<string, string>> = {
  rotate: 'deg',
  skew: 'deg',
  translate: 'px',
  perspective: 'px',
};

/** The axis of rotate3d has no unit; its angle has. */
const AXIS_LENGTH = 3;

/** Names of what becomes a part of CSS `transform`. */
export const TRANSFORM = /^(matrix|perspective|rotate|scale|skew|translate)/;

/** `rotate`, 90 → `rotate(90deg)`: plain numbers get the unit that CSS wants. */
export const transformOf = (name: string, values: readonly unknown[]): string => {
  const unit = UNITS[/^[a-z]+/.exec(name)?.[0] ?? ''] ?? '';
  const unitAt = (index: number): string => (name === 'rotate3d' && index < AXIS_LENGTH ? '' : unit);
  return `${name}(${values
    .map((value, index) => (typeof value === 'number' ? `${value}${unitAt(index)}` : String(value)))
    .join(',')})`;
};
