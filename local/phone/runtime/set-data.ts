import { component as adapter } from 'glass-easel-miniprogram-adapter';

/** 1,024 KB of JSON in one call (docs: Page.prototype.setData). */
const MAX_LENGTH = 1024 * 1024;

/** Pages have a route; components have only their path. */
interface Caller {
  readonly route?: string;
  readonly is: string;
}

type Data = Record<string, unknown>;
type SetData = (this: Caller, data: Data, callback?: () => void) => void;

/**
 * What JSON cannot carry to the view: its kind, undefined for what it can. A function stays with the script, as in
 * WeChat, where components hand functions to one another (vant's tabs do); an undefined further in is left out.
 */
const foreignKind = (value: unknown): string | undefined => {
  if (typeof value === 'symbol') return 'symbol';
  // JSON makes null of them: the page would show something else than its script has.
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (value instanceof Date || value instanceof RegExp || value instanceof Map || value instanceof Set) {
    return value.constructor.name;
  }
  if (Array.isArray(value)) return value.map(foreignKind).find((kind) => kind !== undefined);
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.values(value)
    .map(foreignKind)
    .find((kind) => kind !== undefined);
};

/**
 * What of a call WeChat takes; the rest is told on the console, as WeChat tells it.
 * @returns undefined when it takes nothing
 * @throws TypeError for a circle or a bigint, which JSON cannot write
 */
export const acceptedData = (data: unknown, tell: (message: string) => void): Data | undefined => {
  if (typeof data !== 'object' || data === null) {
    tell(`setData accepts an Object rather than some ${data === null ? 'null' : typeof data}`);
    return undefined;
  }
  const length = JSON.stringify(data).length;
  if (length > MAX_LENGTH) {
    tell(`invokeWebviewMethod 数据传输长度为 ${length} 已经超过最大长度 ${MAX_LENGTH}`);
    return undefined;
  }
  const accepted: Data = {};
  for (const [field, value] of Object.entries(data)) {
    const kind = foreignKind(value);
    if (value === undefined) tell(`Setting data field "${field}" to undefined is invalid.`);
    else if (kind)
      tell(`Setting data field "${field}" to a ${kind} is invalid: only JSON values can be set.`);
    else accepted[field] = value;
  }
  return accepted;
};

/** When data are set, and how much, for whoever measures it: one mark a call, with its bytes as JSON. */
const markCall = ({ route, is }: Caller, data: Data): void => {
  const bytes = new TextEncoder().encode(JSON.stringify(data)).length;
  if (route === undefined) performance.mark('component.setData', { detail: { component: is, bytes } });
  else performance.mark('page.setData', { detail: { page: route, bytes } });
};

/** Holds every setData of pages and components to WeChat's limits. */
export const limitSetData = (): void => {
  const prototype = adapter.ComponentCaller.prototype as unknown as { setData: SetData };
  const inner = prototype.setData;
  prototype.setData = function (data, callback) {
    const accepted = acceptedData(data, (message) => console.error(message));
    if (!accepted) return;
    markCall(this, accepted);
    inner.call(this, accepted, callback);
  };
};
