/** What a document holds, in memory. Numbers have one kind: MongoDB compares them by value. */
export type Value = null | boolean | number | string | Date | Pattern | Value[] | Document;

/** A document or a part of one; without a prototype, so that no key is special. */
export interface Document {
  [key: string]: Value;
}

/** A regular expression as a value of a query or, rarely, of a document. */
export class Pattern {
  readonly source: string;
  readonly options: string;

  constructor(source: string, options: string) {
    this.source = source;
    this.options = options;
  }
}

export const emptyDocument = (): Document => Object.create(null) as Document;

export const isDocument = (value: Value | undefined): value is Document =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof Pattern);

/** Keys in their order with their values. */
export const entriesOf = (document: Document): [string, Value][] => Object.entries(document);

export const cloneValue = (value: Value): Value => {
  if (Array.isArray(value)) return value.map(cloneValue);
  if (value instanceof Date) return new Date(value);
  if (!isDocument(value)) return value;
  const copy = emptyDocument();
  for (const [key, child] of entriesOf(value)) copy[key] = cloneValue(child);
  return copy;
};
