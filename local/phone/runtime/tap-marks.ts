import { Element } from 'glass-easel';

type Add = typeof Element.prototype.addListener;

const hostOf = (element: Element): HTMLElement | undefined => {
  const host = element.$$ as unknown;
  return host instanceof HTMLElement ? host : undefined;
};

/** What a finger does on one spot: a press held, or the end of a touch, is one as well. */
const HITS: readonly string[] = ['tap', 'longpress', 'longtap', 'touchend'];

/** What a template listens to for taps says so in the document (`data-taps`): an audit knows what a finger may hit. */
export const markTaps = (): void => {
  const { prototype } = Element;
  // Called with the element again below: it is not meant to be bound.
  const add = Reflect.get(prototype, 'addListener') as Add;
  prototype.addListener = function (this: Element, ...given: Parameters<Add>): void {
    add.apply(this, given);
    const host = HITS.includes(given[0]) ? hostOf(this) : undefined;
    const known = host?.getAttribute('data-taps');
    host?.setAttribute('data-taps', known ? `${known} ${given[0]}` : given[0]);
  };
};

/** A built-in's own listener is not the program's. */
export const unmarkTaps = (host: HTMLElement): void => host.removeAttribute('data-taps');
