import { deskTimers } from './foreground';
import { transformOf } from './transforms';
import type { AnimationStep } from './wx/ui/animation';

const playStep = (host: HTMLElement, { animates, option }: AnimationStep): void => {
  const { duration, timingFunction, delay } = option.transition;
  host.style.transition = `all ${duration}ms ${timingFunction} ${delay}ms`;
  host.style.transformOrigin = option.transformOrigin;
  const transforms = animates.filter(({ type }) => type !== 'style');
  if (transforms.length > 0) {
    host.style.transform = transforms.map(({ type, args }) => transformOf(type, args)).join(' ');
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
