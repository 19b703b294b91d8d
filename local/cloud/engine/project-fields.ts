import { badRequest } from '../gateway/errors';
import { splitPath } from '../values/path';
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
 * Only the named fields, or all but them; `_id` comes along unless it is put off.
 * @throws WireError when fields are both named and put off
 */
export const compileProjection = (projection: Document): ((document: Document) => Document) => {
  const fields = entriesOf(projection).filter(([path]) => path !== '_id');
  const on = fields.filter(([, value]) => isOn(value));
  if (on.length > 0 && on.length < fields.length) {
    throw badRequest('Projection cannot have a mix of inclusion and exclusion.');
  }
  const idOff = projection['_id'] !== undefined && !isOn(projection['_id']);
  const idOnly = fields.length === 0 && projection['_id'] !== undefined && !idOff;
  const paths = fields.map(([path]) => splitPath(path));
  if (on.length > 0 || idOnly) {
    const wanted = idOff ? paths : [['_id'], ...paths];
    return (document) => include(document, wanted) as Document;
  }
  const unwanted = idOff ? [['_id'], ...paths] : paths;
  return (document) => (unwanted.length > 0 ? (exclude(document, unwanted) as Document) : document);
};
