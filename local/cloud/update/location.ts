import { requestFailed } from '../gateway/errors';
import { emptyDocument, isDocument, type Document, type Value } from '../values/value';

const INDEX = /^(0|[1-9]\d*)$/;

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

const inArray = (container: Value[], index: number): Location => ({
  get: () => container[index],
  set: (value) => {
    while (container.length < index) container.push(null);
    container[index] = value;
  },
  // MongoDB leaves null where an element is unset.
  unset: () => {
    if (index < container.length) container[index] = null;
  },
});

const locationIn = (container: Value | undefined, key: string, path: string): Location => {
  if (Array.isArray(container)) {
    if (!INDEX.test(key)) throw requestFailed(`Cannot create field '${key}' in element {${path}}`);
    return inArray(container, Number(key));
  }
  if (!isDocument(container)) throw requestFailed(`Cannot create field '${key}' in element {${path}}`);
  return inDocument(container, key);
};

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
    if (!create && !isDocument(container) && !Array.isArray(container)) return undefined;
    const place = locationIn(container, key, path);
    let child = place.get();
    if (child === undefined) {
      if (!create) return undefined;
      child = emptyDocument();
      place.set(child);
    }
    container = child;
  }
  if (!create && !isDocument(container) && !Array.isArray(container)) return undefined;
  return locationIn(container, last, path);
};
