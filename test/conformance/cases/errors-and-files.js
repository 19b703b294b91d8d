exports.prepare = (kit) => kit.createCollection('things');

const refusal = (kit, promise) => promise.then(() => null, kit.codeOf);

exports.cases = [
  [
    'a collection is made, and may be made again',
    async (kit) => {
      await kit.createCollection('made');
      await kit.createCollection('made');
      return kit.count(kit.collection('made'));
    },
    0,
  ],
  [
    'a collection that is not there',
    (kit) => refusal(kit, kit.rows(kit.collection('nowhere'))),
    { wx: -502005, node: 'DATABASE_COLLECTION_NOT_EXIST' },
  ],
  [
    'a second document of one _id',
    async (kit) => {
      await kit.add(kit.collection('things'), { _id: 'twice' });
      return refusal(kit, kit.add(kit.collection('things'), { _id: 'twice' }));
    },
    { wx: -502001, node: 'DATABASE_REQUEST_FAILED' },
  ],
  [
    'an update that cannot be done',
    async (kit) => {
      await kit.add(kit.collection('things'), { _id: 'text', n: 'x' });
      return refusal(kit, kit.update(kit.collection('things').doc('text'), { n: kit._.inc(1) }));
    },
    { wx: -502001, node: 'DATABASE_REQUEST_FAILED' },
  ],
  [
    'a file is kept, and is gone when it is deleted',
    async (kit) => {
      const fileID = await kit.upload('evidence/某人/a b.txt', '内容');
      const text = await kit.download(fileID);
      const deleted = await kit.deleteFiles([fileID, fileID]);
      return { [kit.sdk]: { text, deleted, after: await refusal(kit, kit.download(fileID)) } };
    },
    {
      // wx-server-sdk loses the code of a download; that of an address it keeps (below).
      wx: { wx: { text: '内容', deleted: [0, -503003], after: -1 } },
      node: {
        node: { text: '内容', deleted: ['SUCCESS', 'STORAGE_FILE_NONEXIST'], after: 'STORAGE_FILE_NONEXIST' },
      },
    },
  ],
];

/** For the test: addresses of two files, one that opens a minute and one as long as the service leaves it. */
exports.addressesOf = async (kit) => {
  const fileID = await kit.upload('evidence/aged.txt', 'x');
  const gone = `${fileID}.gone`;
  const [short, long, none] = await kit.addresses([{ fileID, maxAge: 60 }, fileID, gone]);
  return { short: short.tempFileURL, long: long.tempFileURL, none: none.status ?? none.code };
};
