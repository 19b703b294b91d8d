import { applyUpdate } from '../../local/cloud/update/updater';
import { compileQuery } from '../../local/cloud/match/matcher';
import { parseDocument, stringify } from '../../local/cloud/values/ejson';
import { compareValues } from '../../local/cloud/values/compare';
import { compileSort } from '../../local/cloud/engine/sort';
import type { Value } from '../../local/cloud/values/value';

const doc = (json: object) => parseDocument(JSON.stringify(json));
const DATE = { $date: { $numberLong: '0' } };
const REGEX = (pattern: string, options = '') => ({ $regularExpression: { pattern, options } });

/** MongoDB manual, "Query and Projection Operators" and "Query for Null or Missing Fields". */
const MATCHES: readonly [string, object, object, boolean][] = [
  [
    'equality by value, whatever the number is written as',
    { a: 1 },
    { a: { $eq: { $numberDouble: '1.0' } } },
    true,
  ],
  ['true is not 1', { a: true }, { a: 1 }, false],
  ['a text is not its number', { a: '1' }, { a: 1 }, false],
  ['null means null', { a: null }, { a: null }, true],
  ['null means missing too', {}, { a: null }, true],
  ['null is not zero', { a: 0 }, { a: null }, false],
  ['an array that contains it', { a: [1, 2] }, { a: 2 }, true],
  ['the whole array', { a: [1, 2] }, { a: [1, 2] }, true],
  ['the whole array in another order', { a: [1, 2] }, { a: [2, 1] }, false],
  ['an array in an array', { a: [[1, 2]] }, { a: [1, 2] }, true],
  ['an object with its keys in order', { a: { x: 1, y: 2 } }, { a: { x: 1, y: 2 } }, true],
  ['an object with its keys in another order', { a: { y: 2, x: 1 } }, { a: { x: 1, y: 2 } }, false],
  ['a path into an object', { a: { b: 1 } }, { 'a.b': 1 }, true],
  ['a path into each element', { a: [{ b: 1 }, { b: 2 }] }, { 'a.b': 2 }, true],
  ['a path by index', { a: [{ b: 1 }, { b: 2 }] }, { 'a.1.b': 2 }, true],
  ['gt within its type only', { a: 'z' }, { a: { $gt: 1 } }, false],
  ['gt of dates', { a: DATE }, { a: { $gt: { $date: { $numberLong: '-1' } } } }, true],
  ['gte null is null or missing', {}, { a: { $gte: null } }, true],
  ['gt null is nothing', { a: null }, { a: { $gt: null } }, false],
  ['lt of NaN is nothing', { a: { $numberDouble: 'NaN' } }, { a: { $lt: 1 } }, false],
  ['one element above, another below', { a: [1, 9] }, { a: { $gt: 5, $lt: 3 } }, true],
  ['elemMatch wants one element for both', { a: [1, 9] }, { a: { $elemMatch: { $gt: 5, $lt: 3 } } }, false],
  ['elemMatch of scalars', { a: [1, 4] }, { a: { $elemMatch: { $gt: 3, $lt: 5 } } }, true],
  ['elemMatch of documents', { a: [{ x: 1, y: 2 }] }, { a: { $elemMatch: { x: 1, y: 2 } } }, true],
  ['elemMatch on no array', { a: 4 }, { a: { $elemMatch: { $gt: 3 } } }, false],
  ['ne of a missing field', {}, { a: { $ne: 1 } }, true],
  ['ne of an array that contains it', { a: [1, 2] }, { a: { $ne: 1 } }, false],
  ['in with null matches missing', {}, { a: { $in: [null, 1] } }, true],
  ['in with a pattern', { a: 'abc' }, { a: { $in: [REGEX('^b'), REGEX('^a')] } }, true],
  ['in with NaN', { a: { $numberDouble: 'NaN' } }, { a: { $in: [{ $numberDouble: 'NaN' }] } }, true],
  ['in with zero and minus zero', { a: 0 }, { a: { $in: [{ $numberDouble: '-0.0' }] } }, true],
  ['in with a text is not its number', { a: 1 }, { a: { $in: ['1', true] } }, false],
  [
    'in with an object in the order of its keys',
    { a: { x: 1, y: 2 } },
    { a: { $in: [{ y: 2, x: 1 }] } },
    false,
  ],
  ['in with an object', { a: { x: 1, y: 2 } }, { a: { $in: [{ x: 1, y: 2 }] } }, true],
  ['in with a date', { a: DATE }, { a: { $in: [DATE] } }, true],
  ['in with a date is not its number', { a: 0 }, { a: { $in: [DATE] } }, false],
  ['in with a list', { a: [[1, 2]] }, { a: { $in: [[1, 2]] } }, true],
  ['nin', { a: 3 }, { a: { $nin: [1, 2] } }, true],
  ['nin of an array that contains one', { a: [1, 5] }, { a: { $nin: [1, 2] } }, false],
  ['exists with null', { a: null }, { a: { $exists: true } }, true],
  ['exists false', {}, { a: { $exists: false } }, true],
  ['all', { a: [1, 2, 3] }, { a: { $all: [3, 1] } }, true],
  ['all of one value twice', { a: [1] }, { a: { $all: [1, 1] } }, true],
  ['all with null and a missing field', {}, { a: { $all: [null] } }, true],
  ['all with a pattern', { a: ['ab', 'c'] }, { a: { $all: [REGEX('^a'), 'c'] } }, true],
  ['all with a pattern that is not met', { a: ['c'] }, { a: { $all: [REGEX('^a'), 'c'] } }, false],
  [
    'all of elements',
    { a: [{ x: 1 }, { x: 5 }] },
    { a: { $all: [{ $elemMatch: { x: { $gt: 4 } } }] } },
    true,
  ],
  ['all of a list', { a: [1, 2] }, { a: { $all: [[1, 2]] } }, true],
  ['all of nothing is nothing', { a: [1] }, { a: { $all: [] } }, false],
  ['size', { a: [1, 2] }, { a: { $size: 2 } }, true],
  ['size of no array', { a: 'xy' }, { a: { $size: 2 } }, false],
  ['mod', { a: 7 }, { a: { $mod: [4, 3] } }, true],
  ['not of a missing field', {}, { a: { $not: { $gt: 1 } } }, true],
  ['a pattern', { a: '基坑支护' }, { a: REGEX('基坑') }, true],
  ['a pattern that forgives case', { a: 'ABC' }, { a: { $regex: 'b', $options: 'i' } }, true],
  ['a pattern by script', { a: '3号楼' }, { a: REGEX('\\p{Han}') }, true],
  ['a pattern by script that is not met', { a: 'p{Han}' }, { a: REGEX('\\p{Han}') }, false],
  ['a pattern by kind', { a: 'ab' }, { a: REGEX('^\\p{Lu}') }, false],
  ['a pattern by what is not of a script', { a: '号楼' }, { a: REGEX('\\P{Han}') }, false],
  ['a pattern by code points', { a: '𠮷' }, { a: REGEX('^.$') }, true],
  ['a pattern with an escape of nothing', { a: 'a-b' }, { a: REGEX('a\\-b') }, true],
  ['a pattern on a number', { a: 1 }, { a: REGEX('1') }, false],
  ['or', { a: 1, b: 2 }, { $or: [{ a: 2 }, { b: 2 }] }, true],
  ['nor', { a: 1 }, { $nor: [{ a: 2 }, { b: 2 }] }, true],
  ['and on one field', { a: [1, 9] }, { $and: [{ a: 1 }, { a: 9 }] }, true],
  ['a field named __proto__ that is not there', {}, JSON.parse('{"__proto__": 1}') as object, false],
];

test.each(MATCHES)('match: %s', (_, document, query, expected) => {
  expect(compileQuery(doc(query))(doc(document))).toBe(expected);
});

test.each([
  ['an unknown operator', { a: { $nothing: 1 } }],
  ['an unknown top level operator', { $nothing: [] }],
  ['an empty $or', { $or: [] }],
  ['$in without a list', { a: { $in: 1 } }],
  ['a pattern that is none', { a: { $regex: '(' } }],
  ['an operator of every object', { a: { $gt: 1, constructor: 1 } }],
  ['a schema', { $jsonSchema: { required: ['a'] } }],
])('match: %s is refused', (_, query) => {
  expect(() => compileQuery(doc(query))(doc({ a: 'x' }))).toThrow();
});

/** MongoDB manual, "Update Operators". */
const UPDATES: readonly [string, object, object, object][] = [
  ['$set makes the way', {}, { $set: { 'a.b': 1 } }, { a: { b: 1 } }],
  ['$set into an array fills with null', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
  ['$unset', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
  ['$unset in an array leaves null', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
  ['$inc of a missing field', {}, { $inc: { n: 2 } }, { n: 2 }],
  ['$mul of a missing field is zero', {}, { $mul: { n: 2 } }, { n: 0 }],
  ['$min', { n: 5 }, { $min: { n: 3 } }, { n: 3 }],
  ['$max keeps the larger', { n: 5 }, { $max: { n: 3 } }, { n: 5 }],
  [
    '$push each at a place',
    { a: [1, 4] },
    { $push: { a: { $each: [2, 3], $position: 1 } } },
    { a: [1, 2, 3, 4] },
  ],
  [
    '$push sorted and cut',
    { a: [3] },
    { $push: { a: { $each: [1, 2], $sort: 1, $slice: 2 } } },
    { a: [1, 2] },
  ],
  ['$pop', { a: [1, 2] }, { $pop: { a: 1 } }, { a: [1] }],
  ['$pop from the front', { a: [1, 2] }, { $pop: { a: -1 } }, { a: [2] }],
  ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gt: 4 } } }, { a: [1] }],
  ['$pullAll', { a: [1, 2, 1] }, { $pullAll: { a: [1] } }, { a: [2] }],
  ['$addToSet', { a: [1] }, { $addToSet: { a: 1 } }, { a: [1] }],
  ['$addToSet each', { a: [1] }, { $addToSet: { a: { $each: [1, 2] } } }, { a: [1, 2] }],
  ['$rename', { a: 1 }, { $rename: { a: 'b' } }, { b: 1 }],
  ['$unset of a field of a list is nothing', { l: [{ x: 1 }] }, { $unset: { 'l.x': '' } }, { l: [{ x: 1 }] }],
  ['$unset through a list is nothing', { l: [{ x: 1 }] }, { $unset: { 'l.x.y': '' } }, { l: [{ x: 1 }] }],
  // 13 = 1101, 10 = 1010.
  ['$bit and', { n: 13 }, { $bit: { n: { and: 10 } } }, { n: 8 }],
  ['$bit or', { n: 13 }, { $bit: { n: { or: 10 } } }, { n: 15 }],
  ['$bit xor', { n: 13 }, { $bit: { n: { xor: 10 } } }, { n: 7 }],
  ['$bit beyond 32 bits', { n: 2 ** 40 + 1 }, { $bit: { n: { and: 2 ** 40 } } }, { n: 2 ** 40 }],
  ['$bit of a negative number', { n: -1 }, { $bit: { n: { and: 6 } } }, { n: 6 }],
  ['$bit of a missing field', {}, { $bit: { n: { or: 5 } } }, { n: 5 }],
];

test.each(UPDATES)('update: %s', (_, before, update, after) => {
  expect(JSON.parse(stringify(applyUpdate(doc(before), doc(update))))).toEqual(after);
});

test.each([
  ['$inc of a text', { n: 'x' }, { $inc: { n: 1 } }],
  ['$inc by a text', { n: 1 }, { $inc: { n: 'x' } }],
  ['$push to no array', { a: 1 }, { $push: { a: 2 } }],
  ['$set through a number', { a: 1 }, { $set: { 'a.b': 2 } }],
  ['two ways to one path', { a: 1 }, { $set: { a: 2 }, $inc: { a: 1 } }],
  ['a path and a part of it', { a: {} }, { $set: { a: 1, 'a.b': 2 } }],
  ['another _id', { _id: 1 }, { $set: { _id: 2 } }],
  ['an unknown operator', { a: 1 }, { $nothing: { a: 1 } }],
  ['an operator of every object', { a: 1 }, { constructor: { a: 1 } }],
  ['a rename onto a field that is set', { a: 1 }, { $rename: { a: 'b' }, $set: { b: 2 } }],
  ['$bit of a fraction', { n: 1.5 }, { $bit: { n: { and: 1 } } }],
  ['$bit by a fraction', { n: 1 }, { $bit: { n: { and: 1.5 } } }],
  ['$bit of a text', { n: 'x' }, { $bit: { n: { and: 1 } } }],
  ['$bit of another name', { n: 1 }, { $bit: { n: { constructor: 1 } } }],
])('update: %s is refused and changes nothing', (_, before, update) => {
  const document = doc(before);
  expect(() => applyUpdate(document, doc(update))).toThrow();
  expect(JSON.parse(stringify(document))).toEqual(before);
});

test('a list of 200,000 elements is thinned out', () => {
  const before = doc({ l: Array.from({ length: 200_000 }, (_each, n) => n) });
  const left = (update: object) => (applyUpdate(before, doc(update))['l'] as number[]).length;
  expect(left({ $pull: { l: { $gte: 150_000 } } })).toBe(150_000);
  expect(left({ $pullAll: { l: [1, 2, 200_000] } })).toBe(199_998);
});

test('values order by type, then within it, as BSON does', () => {
  const ordered = [
    null,
    { $numberDouble: 'NaN' },
    { $numberDouble: '-Infinity' },
    -1,
    0,
    1.5,
    2,
    '',
    'A',
    'a',
    '\uffff',
    '𝄞',
    {},
    { a: 1 },
    { a: 2 },
    { b: 0 },
    { a: '' },
    [],
    [1],
    [1, 2],
    [2],
    false,
    true,
    DATE,
  ].map((value) => doc({ value })['value'] as Value);
  const shuffled = [...ordered].reverse().sort(compareValues);
  expect(shuffled.map((value) => stringify(value))).toEqual(ordered.map((value) => stringify(value)));
});

test('arrays sort by their smallest element up and their largest down; an empty one before null', () => {
  const documents = [[5, 1], [3], [], null, [2, 9]].map((a, _id) => doc({ _id, a }));
  const ids = (order: object) => [...documents].sort(compileSort(doc(order))).map((each) => each['_id']);
  expect(ids({ a: 1 })).toEqual([2, 3, 0, 4, 1]);
  expect(ids({ a: -1 })).toEqual([4, 0, 1, 3, 2]);
});
