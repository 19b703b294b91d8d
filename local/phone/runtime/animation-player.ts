import { deskTimers } from './foreground';
import type { AnimationStep } from './wx/ui/animation';

const DEGREES = /^(rotate|skew)/;
const PIXELS = /^translate/;

const functionOf = (type: string, args: readonly unknown[]): string => {
  if (type === 'rotate3d') return `rotate3d(${args.slice(0, 3).join()}, ${String(args[3] ?? 0)}deg)`;
  const unit = DEGREES.test(type) ? 'deg' : PIXELS.test(type) ? 'px' : '';
  return `${type}(${args.map((value) => (typeof value === 'number' ? `${value}${unit}` : String(value))).join()})`;
};

const playStep = (host: HTMLElement, { animates, option }: AnimationStep): void => {
  const { duration, timingFunction, delay } = option.transition;
  host.style.transition = `all ${duration}ms ${timingFunction} ${delay}ms`;
  host.style.transformOrigin = option.transformOrigin;
  const transforms = animates.filter(({ type }) => type !== 'style');
  if (transforms.length > 0) {
    host.style.transform = transforms.map(({ type, args }) => functionOf(type, args)).join(' ');
  }
  for (const { type, args } of animates) {
    if (type === 'style') host.style.setProperty(String(args[0]), String(args[1]));
  }
};

/** Plays what createAnimation exported on a component's element, one step after the other. */
export const playAnimation = (
  host: HTMLElement,
  exported: { actions?: readonly AnimationStep[] } | null,
): void => {
  let startsAt = 0;
  for (const step of exported?.actions ?? []) {
    const { duration, delay } = step.option.transition;
    if (startsAt === 0) playStep(host, step);
    else deskTimers.setTimeout(() => playStep(host, step), startsAt);
    startsAt += duration + delay;
  }
};
