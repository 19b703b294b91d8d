/** WeChat suspends what is in the background for this long. */
const SUSPENDED_AFTER_MS = 5000;

export type Ground = 'foreground' | 'background' | 'suspended';

/** The desk's own clock: it goes on while the phone sleeps. */
export const deskTimers = {
  setTimeout: window.setTimeout.bind(window),
  clearTimeout: window.clearTimeout.bind(window),
  setInterval: window.setInterval.bind(window),
};

let ground: Ground = 'foreground';
let sleep: number | undefined;
const due = new Map<number, () => void>();
const listeners = new Set<(ground: Ground) => void>();

export const groundNow = (): Ground => ground;

export const onGround = (listener: (ground: Ground) => void): void => {
  listeners.add(listener);
};

const move = (to: Ground): void => {
  ground = to;
  for (const listener of listeners) listener(to);
};

/** The person leaves for another program. */
export const toBackground = (): void => {
  if (ground !== 'foreground') return;
  move('background');
  sleep = deskTimers.setTimeout(() => move('suspended'), SUSPENDED_AFTER_MS);
};

export const toForeground = (): void => {
  if (ground === 'foreground') return;
  deskTimers.clearTimeout(sleep);
  move('foreground');
  const missed = [...due.values()];
  due.clear();
  for (const run of missed) run();
};

type Timer = (handler: TimerHandler, timeout?: number, ...rest: unknown[]) => number;

/** A timer whose time comes while the program is suspended waits for the foreground. */
const patient =
  (native: Timer): Timer =>
  (handler, timeout, ...rest) => {
    const run = (): void => {
      if (typeof handler === 'function') (handler as (...values: unknown[]) => void)(...rest);
    };
    const id: number = native(() => {
      if (ground === 'suspended') due.set(id, run);
      else run();
    }, timeout);
    return id;
  };

const forgetting =
  (native: (id: number | undefined) => void) =>
  (id: number | undefined): void => {
    if (id !== undefined) due.delete(id);
    native(id);
  };

/** From here on the mini program's timers sleep with it. */
export const installTimers = (): void => {
  Object.assign(window, {
    setTimeout: patient(deskTimers.setTimeout as Timer),
    setInterval: patient(deskTimers.setInterval as Timer),
    clearTimeout: forgetting(window.clearTimeout.bind(window)),
    clearInterval: forgetting(window.clearInterval.bind(window)),
  });
};
