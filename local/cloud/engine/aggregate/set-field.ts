import { emptyDocument, entriesOf, isDocument, type Document, type Value } from '../../values/value';

export const copyOf = (document: Document): Document => {
  const copy = emptyDocument();
  for (const [name, child] of entriesOf(document)) copy[name] = child;
  return copy;
};

const setIn = (container: Value | undefined, path: readonly string[], value: Value | undefined): Value => {
  const [key, ...rest] = path;
  if (key === undefined) return value ?? null;
  if (Array.isArray(container)) return container.map((item) => setIn(item, path, value));
  const copy = isDocument(container) ? copyOf(container) : emptyDocument();
  if (rest.length > 0) copy[key] = setIn(Object.hasOwn(copy, key) ? copy[key] : undefined, rest, value);
  else if (value === undefined) Reflect.deleteProperty(copy, key);
  else copy[key] = value;
  return copy;
};

/**
 * The document with the value at a dotted path: in each element where the way leads through an array, in a new
 * object where there is none. `undefined` takes the field away.
 */
export const withField = (document: Document, path: string, value: Value | undefined): Document =>
  setIn(document, path.split('.'), value) as Document;
