import { Element } from 'glass-easel';

type Add = typeof Element.prototype.addListener;

const hostOf = (element: Element): HTMLElement | undefined => {
  const host = element.$$ as unknown;
  return host instanceof HTMLElement ? host : undefined;
};

/** What a template listens to for taps says so in the document (`data-taps`): an audit knows what a finger may hit. */
export const markTaps = (): void => {
  const { prototype } = Element;
  // Called with the element again below: it is not meant to be bound.
  const add = Reflect.get(prototype, 'addListener') as Add;
  prototype.addListener = function (this: Element, ...given: Parameters<Add>): void {
    add.apply(this, given);
    if (given[0] === 'tap') hostOf(this)?.setAttribute('data-taps', '');
  };
};

/** A built-in's own listener is not the program's. */
export const unmarkTaps = (host: HTMLElement): void => host.removeAttribute('data-taps');
