import { emptyDocument, entriesOf, isDocument, Pattern, type Document, type Value } from '../values/value';

/** Ordinary objects, as mingo wants them, and back. */
export type Plain = Record<string, unknown>;

export const toPlain = (value: Value): unknown => {
  if (Array.isArray(value)) return value.map(toPlain);
  if (value instanceof Pattern) return new RegExp(value.source, value.options.replace(/[^ims]/g, ''));
  if (!isDocument(value)) return value;
  const plain: Plain = {};
  for (const [key, child] of entriesOf(value)) {
    // Defined, not assigned: `__proto__` is a field like any other.
    Object.defineProperty(plain, key, {
      value: toPlain(child),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return plain;
};

export const fromPlain = (plain: unknown): Value => {
  if (plain === undefined || plain === null) return null;
  if (Array.isArray(plain)) return plain.map(fromPlain);
  if (plain instanceof Date) return plain;
  if (plain instanceof RegExp) return new Pattern(plain.source, plain.flags);
  if (typeof plain !== 'object') return plain as Value;
  const document = emptyDocument();
  for (const [key, child] of Object.entries(plain)) if (child !== undefined) document[key] = fromPlain(child);
  return document;
};

export const documentFrom = (plain: unknown): Document => fromPlain(plain) as Document;
