import { badRequest } from '../gateway/errors';
import { stringify } from '../values/ejson';
import { splitPath } from '../values/path';
import { arrayOperator } from './project-array';
import { emptyDocument, entriesOf, isDocument, type Document, type Value } from '../values/value';

const include = (value: Value, paths: readonly (readonly string[])[]): Value | undefined => {
  if (Array.isArray(value)) {
    return value.map((item) => include(item, paths)).filter((item): item is Value => item !== undefined);
  }
  if (!isDocument(value)) return undefined;
  const picked = emptyDocument();
  for (const [key, child] of entriesOf(value)) {
    const rests = paths.filter(([head]) => head === key).map(([, ...rest]) => rest);
    if (rests.length === 0) continue;
    const part = rests.some((rest) => rest.length === 0) ? child : include(child, rests);
    if (part !== undefined) picked[key] = part;
  }
  return picked;
};

const exclude = (value: Value, paths: readonly (readonly string[])[]): Value => {
  if (Array.isArray(value)) return value.map((item) => exclude(item, paths));
  if (!isDocument(value)) return value;
  const kept = emptyDocument();
  for (const [key, child] of entriesOf(value)) {
    const rests = paths.filter(([head]) => head === key).map(([, ...rest]) => rest);
    if (rests.some((rest) => rest.length === 0)) continue;
    kept[key] = rests.length > 0 ? exclude(child, rests) : child;
  }
  return kept;
};

const isOn = (value: Value): boolean => value === true || (typeof value === 'number' && value !== 0);

/**
 * Only the named fields, or all but them; `_id` comes along unless it is put off. `$slice` cuts an array and by itself
 * leaves the rest of the document, `$elemMatch` names a field.
 * @throws WireError when fields are both named and put off, and for what is no projection
 */
export const compileProjection = (projection: Document): ((document: Document) => Document) => {
  const all = entriesOf(projection);
  const operators = all.flatMap(([path, value]) => (isDocument(value) ? [arrayOperator(path, value)] : []));
  const idOff = projection['_id'] !== undefined && !isOn(projection['_id']);
  const plain = all.filter(([path, value]) => path !== '_id' && !isDocument(value));
  for (const [path, value] of plain) {
    if (typeof value !== 'boolean' && typeof value !== 'number') {
      throw badRequest(`Unsupported projection of ${path}: ${stringify(value)}`);
    }
  }
  const on = plain.filter(([, value]) => isOn(value));
  const isMixed = on.length > 0 && on.length < plain.length;
  const named = operators.filter(({ isNaming }) => isNaming);
  if (isMixed || (named.length > 0 && on.length < plain.length)) {
    throw badRequest('Projection cannot have a mix of inclusion and exclusion.');
  }
  const idOnly = all.length === 1 && projection['_id'] !== undefined && !idOff;
  const operate = (document: Document): Document =>
    operators.reduce((changed, { apply }) => apply(changed), document);
  const paths = plain.map(([path]) => splitPath(path));
  if (on.length > 0 || named.length > 0 || idOnly) {
    const wanted = [...(idOff ? [] : [['_id']]), ...paths, ...operators.map(({ path }) => splitPath(path))];
    return (document) => operate(include(document, wanted) as Document);
  }
  const unwanted = idOff ? [['_id'], ...paths] : paths;
  return (document) => operate(unwanted.length > 0 ? (exclude(document, unwanted) as Document) : document);
};
