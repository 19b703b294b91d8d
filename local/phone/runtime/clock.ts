/** How far the environment's clock was moved, ms: the phone's follows it. */
let offsetMs = 0;
let isInstalled = false;

/** The browser's Date whose present is moved; instances and everything else are its own. */
const install = (): void => {
  isInstalled = true;
  const Native = Date;
  const now = (): number => Native.now() + offsetMs;
  globalThis.Date = new Proxy(Native, {
    construct: (target, values: ConstructorParameters<typeof Date>) =>
      values.length > 0 ? Reflect.construct(target, values) : new target(now()),
    apply: () => new Native(now()).toString(),
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });
};

export interface CloudClock {
  readonly now: number;
  readonly offsetMs: number;
}

const adopt = (clock: CloudClock): CloudClock => {
  offsetMs = clock.offsetMs;
  if (offsetMs !== 0 && !isInstalled) install();
  return clock;
};

/** @returns undefined when the environment does not answer */
export const readClock = async (): Promise<CloudClock | undefined> => {
  const response = await fetch('/panel/clock').catch(() => undefined);
  return response?.ok ? adopt((await response.json()) as CloudClock) : undefined;
};

export const moveClock = async (to: number): Promise<CloudClock | undefined> => {
  const response = await fetch('/panel/clock', { method: 'POST', body: JSON.stringify({ offsetMs: to }) });
  return response.ok ? adopt((await response.json()) as CloudClock) : undefined;
};
