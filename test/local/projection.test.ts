import { compileProjection } from '../../local/cloud/engine/project-fields';
import { parseDocument, stringify } from '../../local/cloud/values/ejson';

const doc = (json: object) => parseDocument(JSON.stringify(json));

const STANDING = {
  _id: 1,
  n: 5,
  list: [1, 2, 3, 4],
  people: [
    { name: '甲', age: 30 },
    { name: '乙', age: 40 },
    { name: '丙', age: 50 },
  ],
  deep: { list: [7, 8, 9], text: 'x' },
};
const { n, list, people, deep } = STANDING;

/** MongoDB manual, "Projection Operators" and "Project Fields to Return from Query". */
test.each<[string, object, object]>([
  ['named fields', { n: 1 }, { _id: 1, n }],
  ['a named field without _id', { n: true, _id: 0 }, { n }],
  ['all but one', { people: 0, list: false }, { _id: 1, n, deep }],
  ['only _id', { _id: 1 }, { _id: 1 }],
  ['all but _id', { _id: 0 }, { n, list, people, deep }],
  ['a part of each element', { 'people.name': 1, _id: 0 }, { people: [{ name: '甲' }, { name: '乙' }, { name: '丙' }] }],
  ['the first elements; the rest comes along', { list: { $slice: 2 } }, { ...STANDING, list: [1, 2] }],
  ['the last elements', { list: { $slice: -1 } }, { ...STANDING, list: [4] }],
  ['no element', { list: { $slice: 0 } }, { ...STANDING, list: [] }],
  ['from the second on', { list: { $slice: [1, 2] } }, { ...STANDING, list: [2, 3] }],
  ['from the third last on', { list: { $slice: [-3, 2] } }, { ...STANDING, list: [2, 3] }],
  ['from before the beginning', { list: { $slice: [-9, 1] } }, { ...STANDING, list: [1] }],
  ['beyond the end', { list: { $slice: [9, 1] } }, { ...STANDING, list: [] }],
  ['of what is no array all', { n: { $slice: 1 } }, STANDING],
  ['a list further down', { 'deep.list': { $slice: 1 } }, { ...STANDING, deep: { list: [7], text: 'x' } }],
  ['a slice beside named fields', { n: 1, list: { $slice: 1 } }, { _id: 1, n, list: [1] }],
  ['a slice without another field', { deep: 0, people: 0, list: { $slice: 1 } }, { _id: 1, n, list: [1] }],
  ['the first element that answers', { people: { $elemMatch: { age: { $gt: 30 } } } }, { _id: 1, people: [{ name: '乙', age: 40 }] }],
  ['of values too', { list: { $elemMatch: { $gt: 2, $lt: 9 } }, _id: 0 }, { list: [3] }],
  ['beside named fields', { n: 1, people: { $elemMatch: { name: '丙' } } }, { _id: 1, n, people: [{ name: '丙', age: 50 }] }],
  ['nothing when none answers', { people: { $elemMatch: { age: 1 } } }, { _id: 1 }],
  ['nothing of what is no array', { n: { $elemMatch: { $gt: 1 } } }, { _id: 1 }],
])('%s', (_name, projection, expected) => {
  expect(JSON.parse(stringify(compileProjection(doc(projection))(doc(STANDING))))).toEqual(expected);
}); // prettier-ignore

test.each<[string, object, string]>([
  ['named and put off', { n: 1, list: 0 }, 'mix of inclusion and exclusion'],
  ['an element asked for and a field put off', { n: 0, people: { $elemMatch: { age: 1 } } }, 'mix of inclusion and exclusion'],
  ['a slice of a text', { list: { $slice: 'x' } }, '$slice needs a whole number'],
  ['a slice of nothing', { list: { $slice: [1, 0] } }, 'a positive limit'],
  ['a slice of three', { list: { $slice: [1, 2, 3] } }, '$slice needs a whole number'],
  ['an element further down', { 'deep.list': { $elemMatch: { $gt: 1 } } }, 'Cannot use $elemMatch projection on a nested field'],
  ['an element by a number', { people: { $elemMatch: 1 } }, 'elemMatch: Invalid argument'],
  ['another operator', { n: { $meta: 'textScore' } }, 'Unsupported projection option: n: $meta'],
  ['an object', { deep: { text: 1 } }, 'Unsupported projection option: deep: text'],
  ['a text', { n: 'x' }, 'Unsupported projection of n: "x"'],
])('%s is refused', (_name, projection, message) => {
  expect(() => compileProjection(doc(projection))).toThrow(message);
}); // prettier-ignore
