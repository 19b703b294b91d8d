import * as v from 'valibot';
import { isInstant } from '../../miniprogram/domain/instants';

/** Shapes that several actions take. */
export const requestId = v.pipe(v.string(), v.uuid());
export const recordId = v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/));
export const personIds = (max: number) => v.pipe(v.array(recordId), v.maxLength(max), v.checkItems(isFirst));
export const instant = v.pipe(v.string(), v.check(isInstant));
export const sha256Hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const fileID = v.pipe(v.string(), v.maxLength(1024), v.regex(/^cloud:\/\/[^/]+\/.+/));
export const keyword = v.pipe(v.string(), v.maxLength(50));
/** What a list that is whole without it is searched for. */
export const searched = v.optional(keyword, '');
/** Where the last page ended: the ordering field and the id of its last row. */
export const cursor = v.nullable(v.strictObject({ key: v.pipe(v.string(), v.maxLength(200)), id: recordId }));

/** For checkItems: nothing is named twice. */
export function isFirst<T>(item: T, index: number, all: readonly T[]): boolean {
  return all.indexOf(item) === index;
}
