import { boxOf } from '../../scale';
import { dataOf, setOwn, type Builtin } from '../support/define';
import { listenToDrag } from '../support/drag';
import { registerField } from '../support/fields';

interface SliderData {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly disabled: boolean;
  readonly value: number;
  readonly color: string;
  readonly selectedColor: string;
  readonly activeColor: string;
  readonly backgroundColor: string;
  readonly blockSize: number;
  readonly blockColor: string;
  readonly showValue: boolean;
}

/** WeChat's bounds of block-size, px. */
const BLOCK = { least: 12, most: 28 };

const part = (name: string, parent: HTMLElement): HTMLElement => {
  const node = document.createElement('div');
  node.className = `phone-slider-${name}`;
  parent.append(node);
  return node;
};

/** The step next to a value, counted from `min`; the quotient of decimals is rounded before use. */
const stepped = (value: number, { min, max, step }: SliderData): number => {
  const size = step > 0 ? step : 1;
  const digits = (String(size).split('.')[1] ?? '').length;
  const next = min + Math.round((value - min) / size) * size;
  return Number(Math.min(max, Math.max(min, next)).toFixed(digits));
};

export const slider: Builtin = {
  properties: {
    name: String,
    min: { type: Number, value: 0 },
    max: { type: Number, value: 100 },
    step: { type: Number, value: 1 },
    disabled: Boolean,
    value: { type: Number, value: 0 },
    color: { type: String, value: '#e9e9e9' },
    selectedColor: { type: String, value: '#1aad19' },
    activeColor: String,
    backgroundColor: String,
    blockSize: { type: Number, value: 28 },
    blockColor: { type: String, value: '#ffffff' },
    showValue: Boolean,
  },
  create: (component, host) => {
    const area = part('area', host);
    const track = part('track', area);
    const done = part('done', track);
    const block = part('block', area);
    const label = part('value', host);
    host.setAttribute('role', 'slider');
    const data = (): SliderData => dataOf<SliderData>(component);
    const at = (x: number): number => {
      const { left, width } = boxOf(track);
      const { min, max } = data();
      return stepped(min + ((x - left) / (width || 1)) * (max - min), data());
    };
    const slide = (x: number, name: 'changing' | 'change'): void => {
      const value = at(x);
      const isSame = value === data().value;
      setOwn(component, { value });
      if (name === 'change' || !isSame) component.triggerEvent(name, { value });
    };
    listenToDrag(area, {
      start: () => !data().disabled,
      move: ({ x }) => slide(x, 'changing'),
      end: ({ x }) => slide(x, 'change'),
    });
    registerField(host, {
      component,
      value: () => data().value,
      reset: () => setOwn(component, { value: data().min }),
    });
    return () => {
      const now = data();
      const { min, max, value, blockSize } = now;
      const share = max > min ? (Math.min(max, Math.max(min, value)) - min) / (max - min) : 0;
      const size = Math.min(BLOCK.most, Math.max(BLOCK.least, blockSize));
      track.style.backgroundColor = now.backgroundColor || now.color;
      done.style.cssText = `width:${share * 100}%;background-color:${now.activeColor || now.selectedColor}`;
      block.style.cssText = `left:${share * 100}%;width:${size}px;height:${size}px;background-color:${now.blockColor}`;
      label.hidden = !now.showValue;
      label.textContent = String(value);
      host.setAttribute('aria-valuemin', String(min));
      host.setAttribute('aria-valuemax', String(max));
      host.setAttribute('aria-valuenow', String(value));
      host.setAttribute('aria-disabled', String(now.disabled));
    };
  },
};
