import { badRequest } from '../../gateway/errors';
import { isDocument, type Document, type Value } from '../../values/value';
import { withField } from './set-field';
import type { StageRunner } from './stage';

interface Unwinding {
  readonly path: string;
  readonly indexField: string | undefined;
  readonly keepsEmpty: boolean;
}

const unwindingOf = (value: Value): Unwinding => {
  const options = isDocument(value) ? value : undefined;
  const path = options ? options['path'] : value;
  if (typeof path !== 'string' || !path.startsWith('$') || path.length < 2) {
    throw badRequest("$unwind needs the path of a field, which begins with '$'");
  }
  const indexField = options?.['includeArrayIndex'];
  if (indexField !== undefined && typeof indexField !== 'string')
    throw badRequest('includeArrayIndex is a name');
  return { path: path.slice(1), indexField, keepsEmpty: options?.['preserveNullAndEmptyArrays'] === true };
};

/** Through documents only, as MongoDB goes. */
const valueAt = (document: Document, path: string): Value | undefined =>
  path
    .split('.')
    .reduce<
      Value | undefined
    >((value, key) => (isDocument(value) && Object.hasOwn(value, key) ? value[key] : undefined), document);

/** A document for each element; what is no array counts as one element, null and nothing as none. */
export const unwind: StageRunner = (documents, value) => {
  const { path, indexField, keepsEmpty } = unwindingOf(value);
  const withIndex = (document: Document, index: number | null): Document =>
    indexField === undefined ? document : withField(document, indexField, index);
  return (function* unwound(): Iterable<Document> {
    for (const document of documents) {
      const found = valueAt(document, path);
      if (Array.isArray(found) && found.length > 0) {
        for (const [index, item] of found.entries()) yield withIndex(withField(document, path, item), index);
      } else if (Array.isArray(found)) {
        if (keepsEmpty) yield withIndex(withField(document, path, undefined), null);
      } else if (keepsEmpty || (found !== undefined && found !== null)) {
        yield withIndex(document, null);
      }
    }
  })();
};
