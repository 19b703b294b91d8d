exports.prepare = (kit) => kit.createCollection('accounts');

let made = 0;
const account = async (kit, n = 0) => {
  const id = `t${(made += 1)}`;
  await kit.add(kit.collection('accounts'), { _id: id, n });
  return id;
};
const plain = (kit, id) => kit.collection('accounts').doc(id);
const within = (transaction, id) => transaction.collection('accounts').doc(id);
const refusal = (kit, promise) => promise.then(() => null, kit.codeOf);

const CONFLICT = { wx: -501001, node: 'DATABASE_TRANSACTION_CONFLICT' };
const ENDED = { wx: -501001, node: 'DATABASE_TRANSACTION_FAIL' };

exports.cases = [
  [
    'is seen whole, after its commit',
    async (kit) => {
      const id = await account(kit, 1);
      const transaction = await kit.db.startTransaction();
      await kit.update(within(transaction, id), { n: 2 });
      await kit.add(transaction.collection('accounts'), { _id: `${id}-entry`, n: 1 });
      const inside = (await kit.one(within(transaction, id))).n;
      const before = [(await kit.one(plain(kit, id))).n, await kit.one(plain(kit, `${id}-entry`))];
      await transaction.commit();
      return { inside, before, after: [(await kit.one(plain(kit, id))).n, (await kit.one(plain(kit, `${id}-entry`))).n] };
    },
    { inside: 2, before: [1, null], after: [2, 1] },
  ],
  [
    'leaves nothing when it is rolled back',
    async (kit) => {
      const id = await account(kit, 1);
      const transaction = await kit.db.startTransaction();
      await kit.set(within(transaction, id), { n: 9 });
      await kit.remove(within(transaction, id));
      await transaction.rollback();
      return (await kit.one(plain(kit, id))).n;
    },
    1,
  ],
  [
    'runs a piece of work and answers with its result',
    async (kit) => {
      const id = await account(kit, 1);
      const result = await kit.db.runTransaction(async (transaction) => {
        const { n } = await kit.one(within(transaction, id));
        await kit.update(within(transaction, id), { n: n + 1 });
        return n;
      });
      return { result, after: (await kit.one(plain(kit, id))).n };
    },
    { result: 1, after: 2 },
  ],
  [
    'conflicts with another that holds the document; the first goes on',
    async (kit) => {
      const id = await account(kit);
      const [first, second] = [await kit.db.startTransaction(), await kit.db.startTransaction()];
      await kit.update(within(first, id), { n: 1 });
      const code = await refusal(kit, kit.update(within(second, id), { n: 2 }));
      await first.commit();
      return { [kit.sdk]: code, after: (await kit.one(plain(kit, id))).n };
    },
    { wx: { wx: CONFLICT.wx, after: 1 }, node: { node: CONFLICT.node, after: 1 } },
  ],
  [
    'conflicts with a change after its snapshot',
    async (kit) => {
      const id = await account(kit);
      const transaction = await kit.db.startTransaction();
      await kit.one(within(transaction, id));
      await kit.update(plain(kit, id), { n: 1 });
      return refusal(kit, kit.update(within(transaction, id), { n: 2 }));
    },
    CONFLICT,
  ],
  [
    'is over after a conflict',
    async (kit) => {
      const id = await account(kit);
      const transaction = await kit.db.startTransaction();
      await kit.one(within(transaction, id));
      await kit.update(plain(kit, id), { n: 1 });
      await refusal(kit, kit.update(within(transaction, id), { n: 2 }));
      return refusal(kit, kit.one(within(transaction, id)));
    },
    ENDED,
  ],
  [
    'is over after its commit',
    async (kit) => {
      const id = await account(kit);
      const transaction = await kit.db.startTransaction();
      await kit.one(within(transaction, id));
      await transaction.commit();
      return refusal(kit, kit.one(within(transaction, id)));
    },
    ENDED,
  ],
  [
    'where inside it runs outside',
    async (kit) => {
      const [id, other] = [await account(kit, 100), await account(kit, 100)];
      const transaction = await kit.db.startTransaction();
      await kit.update(within(transaction, id), { n: 101 });
      const inside = (condition) => transaction.collection('accounts').where(condition);
      const counted = await kit.count(inside({ n: 101 }));
      const updated = await kit.update(inside({ _id: other }), { n: 102 });
      const seen = (await kit.one(plain(kit, other))).n;
      await transaction.rollback();
      return { counted, updated, seen, after: (await kit.one(plain(kit, other))).n };
    },
    { counted: 0, updated: 1, seen: 102, after: 102 },
  ],
]; // prettier-ignore
