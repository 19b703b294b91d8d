/** What WXS modules find without asking; they run while the templates load. */
const kindOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

Object.assign(globalThis, {
  __wxsKind: kindOf,
  getRegExp: (source: string, flags?: string) => new RegExp(source, flags),
  getDate: (...parts: [number]) => (parts.length > 0 ? new Date(...parts) : new Date()),
});
