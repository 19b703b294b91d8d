exports.prepare = async (kit) => {
  await kit.createCollection('pages');
  const rows = Array.from({ length: 1200 }, (_each, n) => ({
    _id: `p${String(n).padStart(4, '0')}`,
    n,
    odd: n % 2,
  }));
  for (let start = 0; start < rows.length; start += 400) {
    await kit.add(kit.collection('pages'), rows.slice(start, start + 400));
  }
};

const pages = (kit) => kit.collection('pages');
const ids = async (kit, ref) => (await kit.rows(ref)).map(({ n }) => n);

exports.cases = [
  ['without a limit a hundred come', async (kit) => (await kit.rows(pages(kit))).length, 100],
  ['more than a thousand never come', async (kit) => (await kit.rows(pages(kit).limit(5000))).length, 1000],
  ['a thousand do', async (kit) => (await kit.rows(pages(kit).limit(1000))).length, 1000],
  ['skip and limit', (kit) => ids(kit, pages(kit).orderBy('n', 'asc').skip(1198).limit(10)), [1198, 1199]],
  ['several orders', (kit) => ids(kit, pages(kit).where({ n: kit._.lt(5) }).orderBy('odd', 'desc').orderBy('n', 'asc')), [1, 3, 0, 2, 4]],
  ['and the other way', (kit) => ids(kit, pages(kit).where({ n: kit._.lt(5) }).orderBy('odd', 'asc').orderBy('n', 'desc')), [4, 2, 0, 3, 1]],
  ['named fields', (kit) => kit.rows(pages(kit).where({ n: 7 }).field({ odd: true, _id: false })), [{ odd: 1 }]],
  ['fields put off', (kit) => kit.rows(pages(kit).where({ n: 7 }).field({ n: false })), [{ _id: 'p0007', odd: 1 }]],
  ['fields of one document', (kit) => kit.one(pages(kit).doc('p0003').field({ n: true })), { _id: 'p0003', n: 3 }],
  ['a count beyond what a page holds', (kit) => kit.count(pages(kit)), 1200],
  ['a count of a condition', (kit) => kit.count(pages(kit).where({ odd: 1 })), 600],
  ['a document that is not there', (kit) => kit.one(pages(kit).doc('gone')), null],
  [
    'a part of a list, and one element',
    async (kit) => {
      const ref = pages(kit);
      await kit.add(ref, { _id: 'lists', n: -1, list: [1, 2, 3], people: [{ age: 3 }, { age: 5 }, { age: 6 }] });
      const fields = { list: kit._.project.slice(-2), people: kit._.project.elemMatch({ age: { $gt: 4 } }) };
      const found = await kit.rows(ref.where({ n: -1 }).field(fields));
      await kit.remove(ref.doc('lists'));
      return found;
    },
    [{ _id: 'lists', list: [2, 3], people: [{ age: 5 }] }],
  ],
]; // prettier-ignore
