exports.prepare = (kit) => kit.createCollection('updates');

let made = 0;
/** What a document is after an update. */
const changing = (before, data) => async (kit) => {
  const ref = kit.collection('updates').doc(`u${(made += 1)}`);
  await kit.set(ref, before);
  const updated = await kit.update(ref, data(kit));
  const { _id, ...after } = await kit.one(ref);
  return { updated, after };
};
const to = (after) => ({ updated: 1, after });

exports.cases = [
  ['set', changing({ a: { x: 1, y: 2 } }, ({ _ }) => ({ a: _.set({ z: 3 }) })), to({ a: { z: 3 } })],
  ['fields of an object', changing({ a: { x: 1, y: 2 } }, () => ({ a: { x: 9 } })), to({ a: { x: 9, y: 2 } })],
  ['a path', changing({ a: { x: 1 } }, () => ({ 'a.b.c': 1 })), to({ a: { x: 1, b: { c: 1 } } })],
  ['remove', changing({ a: 1, b: 2 }, ({ _ }) => ({ a: _.remove() })), to({ b: 2 })],
  ['inc', changing({ n: 1 }, ({ _ }) => ({ n: _.inc(2.5), m: _.inc(-1) })), to({ n: 3.5, m: -1 })],
  ['mul', changing({ n: 3 }, ({ _ }) => ({ n: _.mul(4), m: _.mul(4) })), to({ n: 12, m: 0 })],
  ['min', changing({ n: 3 }, ({ _ }) => ({ n: _.min(1) })), to({ n: 1 })],
  ['max', changing({ n: 3 }, ({ _ }) => ({ n: _.max(1), m: _.max(2) })), to({ n: 3, m: 2 })],
  ['bit', changing({ n: 13 }, ({ _ }) => ({ n: _.bit({ and: 10 }) })), to({ n: 8 })],
  ['rename', changing({ a: 1 }, ({ _ }) => ({ a: _.rename('b') })), to({ b: 1 })],
  ['push', changing({ l: [1] }, ({ _ }) => ({ l: _.push([2, 3]) })), to({ l: [1, 2, 3] })],
  ['push at a place, sorted and cut', changing({ l: [5, 1] }, ({ _ }) => ({ l: _.push({ each: [4], position: 0, sort: 1, slice: 2 }) })), to({ l: [1, 4] })],
  ['pop', changing({ l: [1, 2, 3] }, ({ _ }) => ({ l: _.pop() })), to({ l: [1, 2] })],
  ['shift', changing({ l: [1, 2, 3] }, ({ _ }) => ({ l: _.shift() })), to({ l: [2, 3] })],
  ['unshift', changing({ l: [3] }, ({ _ }) => ({ l: _.unshift([1, 2]) })), to({ l: [1, 2, 3] })],
  ['pull', changing({ l: [1, 2, 1] }, ({ _ }) => ({ l: _.pull(1) })), to({ l: [2] })],
  ['pull by a condition', changing({ l: [{ n: 1 }, { n: 5 }] }, ({ _ }) => ({ l: _.pull({ n: _.gt(2) }) })), to({ l: [{ n: 1 }] })],
  ['pullAll', changing({ l: [1, 2, 3, 1] }, ({ _ }) => ({ l: _.pullAll([1, 3]) })), to({ l: [2] })],
  ['addToSet', changing({ l: [1] }, ({ _ }) => ({ l: _.addToSet(2) })), to({ l: [1, 2] })],
  ['addToSet of what is there', changing({ l: [1] }, ({ _ }) => ({ l: _.addToSet(1) })), to({ l: [1] })],
  [
    'a date of the service',
    async (kit) => {
      const ref = kit.collection('updates').doc('date');
      await kit.set(ref, { a: kit.db.serverDate(), b: kit.db.serverDate({ offset: 60000 }) });
      const { a, b } = await kit.one(ref);
      return { isDate: a instanceof Date, isLater: b - a };
    },
    { isDate: true, isLater: 60000 },
  ],
  [
    'set makes a document, and takes the place of one',
    async (kit) => {
      const ref = kit.collection('updates').doc('set');
      const [first, second] = [await kit.set(ref, { a: 1 }), await kit.set(ref, { b: 2 })];
      return { created: [first.created, second.created], after: await kit.one(ref) };
    },
    { created: [1, 0], after: { _id: 'set', b: 2 } },
  ],
  [
    'many at once, and many removed',
    async (kit) => {
      const many = kit.collection('updates').where({ group: 'many' });
      await kit.add(kit.collection('updates'), [1, 2, 3].map((n) => ({ group: 'many', n })));
      const updated = await kit.update(many, { n: kit._.inc(1) });
      const rows = await kit.rows(many.orderBy('n', 'asc'));
      return { updated, ns: rows.map(({ n }) => n), removed: await kit.remove(many), left: await kit.count(many) };
    },
    { updated: 3, ns: [2, 3, 4], removed: 3, left: 0 },
  ],
  ['of nothing', (kit) => kit.update(kit.collection('updates').doc('gone'), { a: 1 }), 0],
]; // prettier-ignore
