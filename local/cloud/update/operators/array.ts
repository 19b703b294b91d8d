import { requestFailed } from '../../gateway/errors';
import type { Document, Value } from '../../values/value';
import { locate, type Location } from '../location';

/** The array at the path, or a new one where the field is missing. @throws WireError when something else stands there */
export const arrayAt = (
  document: Document,
  path: string,
  name: string,
): { place: Location; items: Value[] } | undefined => {
  const place = locate(document, path, true);
  const present = place?.get();
  if (!place) return undefined;
  if (present === undefined) return { place, items: [] };
  if (!Array.isArray(present)) {
    throw requestFailed(`The field '${path}' must be an array for ${name}`);
  }
  return { place, items: present };
};

/** The array at the path if there is one; these operators do nothing to a missing field. */
export const presentArrayAt = (document: Document, path: string, name: string): Value[] | undefined => {
  const present = locate(document, path, false)?.get();
  if (present === undefined) return undefined;
  if (!Array.isArray(present)) throw requestFailed(`Cannot apply ${name} to a non-array value at ${path}`);
  return present;
};

/** Keeps of the array at the path, if there is one, the elements that pass; in place, however many they are. */
export const retain = (
  document: Document,
  path: string,
  name: string,
  isKept: (item: Value) => boolean,
): void => {
  const items = presentArrayAt(document, path, name);
  if (!items) return;
  let length = 0;
  for (const item of items) {
    if (!isKept(item)) continue;
    items[length] = item;
    length += 1;
  }
  items.length = length;
};
