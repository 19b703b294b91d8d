let offsetMs = 0;

const RealDate = Date;
const now = (): number => RealDate.now() + offsetMs;

/**
 * Lets every `Date` of this process tell the environment's time. The product has no other clock and no way to be
 * told one: the panel and the tests move this.
 */
export const installShiftedDate = (): ((offset: number) => void) => {
  const shifted = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, parts: unknown[], newTarget) =>
      Reflect.construct(target, parts.length === 0 ? [now()] : parts, newTarget) as Date,
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  });
  // A date's own constructor is this one: libraries compare the two.
  RealDate.prototype.constructor = shifted;
  globalThis.Date = shifted;
  return (offset) => {
    offsetMs = offset;
  };
};
