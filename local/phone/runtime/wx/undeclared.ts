/** Names that are asked of any object, by promises, by JSON and by inspectors. */
const ASKED_OF_ALL: ReadonlySet<string> = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'valueOf',
  'toString',
]);

/**
 * Makes a call of what is not here say so. `in`, canIUse and Object.keys tell the truth.
 * @param prefix wx or wx.cloud
 */
export const withClearAbsence = <Api extends object>(declared: Api, prefix: string): Api =>
  new Proxy(declared, {
    get: (target, name) => {
      if (typeof name === 'symbol' || name in target || ASKED_OF_ALL.has(name)) {
        return Reflect.get(target, name) as unknown;
      }
      return () => {
        throw new Error(`${prefix}.${name} 未实现于 local/phone`);
      };
    },
  });
