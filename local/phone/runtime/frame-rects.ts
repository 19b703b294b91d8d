import { Element } from 'glass-easel';
import { shell } from './shell/shell';

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Selector queries measure from the phone's corner, wherever on the desk the phone stands. */
export const measureInsidePhone = (): void => {
  const { prototype } = Element;
  // Called with the element again below: it is not meant to be bound.
  const measure = Reflect.get(prototype, 'getBoundingClientRect') as (
    this: Element,
    tell: (rect: Rect) => void,
  ) => void;
  prototype.getBoundingClientRect = function (this: Element, tell: (rect: Rect) => void): void {
    measure.call(this, ({ left, top, width, height }) => {
      const frame = shell.screen.getBoundingClientRect();
      tell({ left: left - frame.left, top: top - frame.top, width, height });
    });
  };
};
