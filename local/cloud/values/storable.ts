import { requestFailed } from '../gateway/errors';
import { MAX_DEPTH } from './ejson';
import { entriesOf, isDocument, type Document, type Value } from './value';

const requireValue = (value: Value, path: string, depth: number): void => {
  if (depth > MAX_DEPTH) throw requestFailed(`document is nested deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(value)) {
    for (const item of value) requireValue(item, path, depth + 1);
  } else if (isDocument(value)) {
    for (const [key, child] of entriesOf(value)) {
      // As a wrapper of extended JSON it would not be read back as it was written.
      if (key.startsWith('$')) {
        throw requestFailed(
          `The dollar ($) prefixed field '${key}' in '${path}${key}' is not valid for storage.`,
        );
      }
      requireValue(child, `${path}${key}.`, depth + 1);
    }
  }
};

/**
 * Whether a document can be kept and read again: no field is called like an operator, and it is no deeper than any
 * that is read.
 * @throws WireError otherwise
 */
export const requireStorable = (document: Document): void => requireValue(document, '', 0);
