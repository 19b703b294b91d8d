import { isDocument, type Value } from './value';

const INDEX = /^(0|[1-9]\d*)$/;

/**
 * The values a dotted path reaches, as MongoDB's matcher sees them: through arrays into each of their documents, by
 * index too; `undefined` where a document lacks the field. Arrays at the end are not opened here.
 */
export const valuesAt = (value: Value | undefined, path: readonly string[]): (Value | undefined)[] => {
  const [key, ...rest] = path;
  if (key === undefined) return [value];
  if (Array.isArray(value)) {
    const byIndex = INDEX.test(key) && value.length > Number(key) ? valuesAt(value[Number(key)], rest) : [];
    const byElement = value.filter(isDocument).flatMap((element) => valuesAt(element, path));
    return [...byIndex, ...byElement];
  }
  if (!isDocument(value)) return [undefined];
  return Object.hasOwn(value, key) ? valuesAt(value[key], rest) : [undefined];
};

export const splitPath = (path: string): string[] => path.split('.');
