import { shell } from '../../shell/shell';
import { dataOf, type Builtin } from '../support/define';

interface MediaData {
  readonly minWidth: number | null;
  readonly maxWidth: number | null;
  readonly width: number | null;
  readonly minHeight: number | null;
  readonly maxHeight: number | null;
  readonly height: number | null;
  readonly orientation: string;
}

const isMatch = (data: MediaData): boolean => {
  const { clientWidth: width, clientHeight: height } = shell.screen;
  const orientation = width > height ? 'landscape' : 'portrait';
  return (
    width >= (data.minWidth ?? 0) &&
    width <= (data.maxWidth ?? Infinity) &&
    (data.width ?? width) === width &&
    height >= (data.minHeight ?? 0) &&
    height <= (data.maxHeight ?? Infinity) &&
    (data.height ?? height) === height &&
    (data.orientation || orientation) === orientation
  );
};

/** Shows what it holds while the phone's screen matches (px). */
export const matchMedia: Builtin = {
  hasSlot: true,
  properties: {
    minWidth: { type: Number, value: null },
    maxWidth: { type: Number, value: null },
    width: { type: Number, value: null },
    minHeight: { type: Number, value: null },
    maxHeight: { type: Number, value: null },
    height: { type: Number, value: null },
    orientation: String,
  },
  create: (component, host) => {
    const update = (): void => {
      host.hidden = !isMatch(dataOf<MediaData>(component));
    };
    new ResizeObserver(update).observe(shell.screen);
    return update;
  },
};
