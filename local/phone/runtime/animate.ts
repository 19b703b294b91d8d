import { component as adapter } from 'glass-easel-miniprogram-adapter';
import type { GeneralComponent } from 'glass-easel';
import { TRANSFORM, transformOf } from './transforms';

type Frame = Readonly<Record<string, unknown>>;

const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : [value];

/** Frames written in parts (translateX, rotate …) become one transform; the other fields are CSS already. */
const keyframeOf = (frame: Frame): Keyframe => {
  const { ease, offset, ...rest } = frame;
  const transform = Object.entries(rest)
    .filter(([name]) => TRANSFORM.test(name))
    .map(([name, value]) => transformOf(name, listed(value)))
    .join(' ');
  const styles = Object.entries(rest).filter(([name]) => !TRANSFORM.test(name));
  return {
    ...(Object.fromEntries(styles) as Keyframe),
    ...(transform ? { transform } : {}),
    ...(typeof ease === 'string' ? { easing: ease } : {}),
    ...(typeof offset === 'number' ? { offset } : {}),
  };
};

interface Caller {
  readonly _$: GeneralComponent;
}

const elementsOf = (caller: Caller, selector: string): HTMLElement[] =>
  (caller._$.getShadowRoot()?.querySelectorAll(selector) ?? []).map(
    (element) => element.$$ as unknown as HTMLElement,
  );

/** this.animate and this.clearAnimation of pages and components (docs: 动画): the last frame stays until it is cleared. */
export const installAnimations = (): void => {
  const prototype = adapter.ComponentCaller.prototype as unknown as Record<string, unknown>;
  prototype['animate'] = function (
    this: Caller,
    selector: string,
    frames: readonly Frame[],
    duration: number,
    callback?: () => void,
  ) {
    const running = elementsOf(this, selector).map(
      (element) => element.animate(frames.map(keyframeOf), { duration, fill: 'forwards' }).finished,
    );
    if (callback) void Promise.allSettled(running).then(callback);
  };
  prototype['clearAnimation'] = function (
    this: Caller,
    selector: string,
    options?: object | (() => void),
    callback?: () => void,
  ) {
    for (const element of elementsOf(this, selector)) {
      for (const animation of element.getAnimations()) animation.cancel();
    }
    const done = typeof options === 'function' ? (options as () => void) : callback;
    done?.();
  };
};
