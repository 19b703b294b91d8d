interface Entry {
  readonly intersectionRatio: number;
  readonly time: number;
}
type Told = (entry: Entry) => void;

interface Observer {
  observe: (selector: string, tell: Told) => void;
}

interface ObserverOptions {
  readonly thresholds?: readonly number[];
  readonly initialRatio?: number;
}

/** At the start WeChat tells of an element when its ratio is not the initial one and has come to a threshold. */
const isToldAtStart = (ratio: number, { thresholds = [0], initialRatio = 0 }: ObserverOptions): boolean =>
  ratio !== initialRatio &&
  thresholds.some((threshold) => (initialRatio - threshold) * (ratio - threshold) <= 0);

/** The adapter tells at the start of exactly those it should be silent about: it is made to tell of all. */
const mended = (observer: Observer, options: ObserverOptions): Observer => {
  Reflect.set(observer, '_$initialRatio', null);
  const observe = observer.observe.bind(observer);
  observer.observe = (selector, tell) => {
    let start: number | undefined;
    observe(selector, (entry) => {
      start ??= entry.time;
      if (entry.time !== start || isToldAtStart(entry.intersectionRatio, options)) tell(entry);
    });
  };
  return observer;
};

type Create = (this: unknown, options?: ObserverOptions) => Observer;
let isMended = false;

/** Mends createIntersectionObserver of everything that can be asked. @param caller any page or component */
export const mendObservers = (caller: object): void => {
  if (isMended) return;
  isMended = true;
  let prototype: object | null = caller;
  while (prototype && !Object.hasOwn(prototype, 'createIntersectionObserver')) {
    prototype = Object.getPrototypeOf(prototype) as object | null;
  }
  if (!prototype) return;
  const create = Reflect.get(prototype, 'createIntersectionObserver') as Create;
  Reflect.set(
    prototype,
    'createIntersectionObserver',
    function (this: unknown, options: ObserverOptions = {}) {
      return mended(create.call(this, options), options);
    },
  );
};
