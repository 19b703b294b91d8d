import { requestFailed } from '../gateway/errors';
import { emptyDocument, isDocument, type Document, type Value } from '../values/value';

const INDEX = /^(0|[1-9]\d*)$/;

/** MongoDB adds at most so many nulls before an element; here to all arrays of a document together (the 16 MB of one are soon full). */
const MAX_PADDING = 1_500_000;

/** Nulls added so far to the copy of the document that an update is working on. */
const padded = new WeakMap<Document, number>();

const pad = (root: Document, container: Value[], length: number): void => {
  const total = (padded.get(root) ?? 0) + Math.max(0, length - container.length);
  if (total > MAX_PADDING) throw requestFailed(`can't backfill more than ${MAX_PADDING} elements`);
  padded.set(root, total);
  while (container.length < length) container.push(null);
};

/** A place in a document: the container and the key in it. */
export interface Location {
  readonly get: () => Value | undefined;
  readonly set: (value: Value) => void;
  readonly unset: () => void;
}

const inDocument = (container: Document, key: string): Location => ({
  get: () => (Object.hasOwn(container, key) ? container[key] : undefined),
  set: (value) => {
    container[key] = value;
  },
  unset: () => {
    Reflect.deleteProperty(container, key);
  },
});

const inArray = (root: Document, container: Value[], index: number): Location => ({
  get: () => container[index],
  set: (value) => {
    pad(root, container, index);
    container[index] = value;
  },
  // MongoDB leaves null where an element is unset.
  unset: () => {
    if (index < container.length) container[index] = null;
  },
});

const locationIn = (root: Document, container: Value | undefined, key: string, path: string): Location => {
  if (Array.isArray(container)) {
    if (!INDEX.test(key)) throw requestFailed(`Cannot create field '${key}' in element {${path}}`);
    return inArray(root, container, Number(key));
  }
  if (!isDocument(container)) throw requestFailed(`Cannot create field '${key}' in element {${path}}`);
  return inDocument(container, key);
};

/** Whether a container can hold something under the key: an array only under a number. */
const isWay = (container: Value | undefined, key: string): boolean =>
  Array.isArray(container) ? INDEX.test(key) : isDocument(container);

/**
 * The place a dotted path names; missing documents on the way are made when `create` is true.
 * @returns undefined when the way is missing and is not to be made
 * @throws WireError when the way leads through a value that holds no fields
 */
export const locate = (document: Document, path: string, create: boolean): Location | undefined => {
  const keys = path.split('.');
  const last = keys.pop() as string;
  let container: Value | undefined = document;
  for (const key of keys) {
    if (!create && !isWay(container, key)) return undefined;
    const place = locationIn(document, container, key, path);
    let child = place.get();
    if (child === undefined) {
      if (!create) return undefined;
      child = emptyDocument();
      place.set(child);
    }
    container = child;
  }
  if (!create && !isWay(container, last)) return undefined;
  return locationIn(document, container, last, path);
};
