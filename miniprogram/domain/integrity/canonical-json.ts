/**
 * One text for one value: keys sorted by code unit, no white space, numbers as ECMAScript prints them (RFC 8785).
 * @throws TypeError for what JSON cannot hold (undefined, NaN, functions): a hash must never cover a guess.
 */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a hash cannot cover a number that is not finite');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${(value as readonly unknown[]).map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`a hash cannot cover a ${typeof value}`);
  const record = value as Readonly<Record<string, unknown>>;
  const members = Object.keys(record)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`);
  return `{${members.join(',')}}`;
};
