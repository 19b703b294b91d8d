/** One step: what to set, and how to get there. */
export interface AnimationStep {
  readonly animates: readonly { readonly type: string; readonly args: readonly unknown[] }[];
  readonly option: {
    readonly transformOrigin: string;
    readonly transition: {
      readonly duration: number;
      readonly timingFunction: string;
      readonly delay: number;
      readonly property: string;
    };
  };
}

export interface AnimationOptions {
  readonly duration?: number;
  readonly timingFunction?: string;
  readonly delay?: number;
  readonly transformOrigin?: string;
}

const TRANSFORMS = [
  ...['matrix', 'matrix3d', 'rotate', 'rotate3d', 'rotateX', 'rotateY', 'rotateZ', 'scale', 'scale3d'],
  ...['scaleX', 'scaleY', 'scaleZ', 'skew', 'skewX', 'skewY', 'translate', 'translate3d', 'translateX'],
  ...['translateY', 'translateZ'],
] as const;
const STYLES = ['opacity', 'backgroundColor', 'width', 'height', 'top', 'right', 'bottom', 'left'] as const;
const LENGTHS: readonly string[] = ['width', 'height', 'top', 'right', 'bottom', 'left'];

type Method = (typeof TRANSFORMS)[number] | (typeof STYLES)[number];
export type Animation = Record<Method, (...values: unknown[]) => Animation> & {
  step: (options?: AnimationOptions) => Animation;
  export: () => { actions: AnimationStep[] };
};

const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const length = (value: unknown): unknown => (typeof value === 'number' ? `${value}px` : value);

/** wx.createAnimation: notes what is asked; the component with the `animation` attribute plays it. */
export const createAnimation = (defaults: AnimationOptions = {}): Animation => {
  let actions: AnimationStep[] = [];
  let animates: { type: string; args: readonly unknown[] }[] = [];
  const animation = {
    step: (options: AnimationOptions = {}) => {
      const { duration, timingFunction, delay, transformOrigin } = { ...defaults, ...options };
      actions.push({
        animates,
        option: {
          transformOrigin: transformOrigin ?? '50% 50% 0',
          transition: {
            duration: duration ?? 400,
            timingFunction: timingFunction ?? 'linear',
            delay: delay ?? 0,
            property:
              animates.map(({ type }) => (type === 'style' ? '' : 'transform')).find(Boolean) ?? 'all',
          },
        },
      });
      animates = [];
      return animation;
    },
    // What was exported is not exported again.
    export: () => {
      const exported = { actions };
      actions = [];
      return exported;
    },
  } as Animation;
  for (const name of TRANSFORMS) {
    animation[name] = (...args) => {
      animates = [...animates, { type: name, args }];
      return animation;
    };
  }
  for (const name of STYLES) {
    animation[name] = (value) => {
      const given = LENGTHS.includes(name) ? length(value) : value;
      animates = [...animates, { type: 'style', args: [dashed(name), given] }];
      return animation;
    };
  }
  return animation;
};
