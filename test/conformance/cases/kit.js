/**
 * The two SDKs under one set of names. What they ask the service is theirs; only how they wrap data and answers
 * differs.
 */
const asRows = (data) => (Array.isArray(data) ? data : data === null || data === undefined ? [] : [data]);

const shared = (db) => ({
  db,
  _: db.command,
  $: db.command.aggregate,
  collection: (name) => db.collection(name),
  rows: async (ref) => asRows((await ref.get()).data),
  one: async (ref) => asRows((await ref.get()).data)[0] ?? null,
  count: async (ref) => (await ref.count()).total,
});

/** wx-server-sdk, inside a function. */
exports.ofWx = (cloud) => {
  const db = cloud.database({ throwOnNotFound: false });
  return {
    ...shared(db),
    sdk: 'wx',
    add: async (ref, data) => {
      const { _id, _ids } = await ref.add({ data });
      return _ids ?? _id;
    },
    set: async (ref, data) => (await ref.set({ data })).stats,
    update: async (ref, data) => (await ref.update({ data })).stats.updated,
    remove: async (ref) => (await ref.remove()).stats.removed,
    end: async (pipeline) => (await pipeline.end()).list,
    codeOf: (error) => error.errCode,
    createCollection: (name) => db.createCollection(name),
    upload: async (cloudPath, text) =>
      (await cloud.uploadFile({ cloudPath, fileContent: Buffer.from(text) })).fileID,
    download: async (fileID) => (await cloud.downloadFile({ fileID })).fileContent.toString(),
    addresses: async (fileList) => (await cloud.getTempFileURL({ fileList })).fileList,
    deleteFiles: async (fileList) =>
      (await cloud.deleteFile({ fileList })).fileList.map(({ status }) => status),
  };
};

/** @cloudbase/node-sdk, anywhere. It gives some refusals as answers with a code. */
exports.ofNode = (app) => {
  const db = app.database();
  const checked = (answer) => {
    if (answer?.code) throw answer;
    return answer;
  };
  return {
    ...shared(db),
    sdk: 'node',
    add: async (ref, data) => {
      const { id, ids } = checked(await ref.add(data));
      return ids ?? id;
    },
    set: async (ref, data) => {
      const { updated, upsertedId } = checked(await ref.set(data));
      return { updated, created: upsertedId ? 1 : 0 };
    },
    update: async (ref, data) => checked(await ref.update(data)).updated,
    remove: async (ref) => checked(await ref.remove()).deleted,
    end: async (pipeline) => checked(await pipeline.end()).data,
    codeOf: (error) => error.code,
    createCollection: (name) => db.createCollection(name),
    upload: async (cloudPath, text) =>
      (await app.uploadFile({ cloudPath, fileContent: Buffer.from(text) })).fileID,
    download: async (fileID) => checked(await app.downloadFile({ fileID })).fileContent.toString(),
    addresses: async (fileList) => (await app.getTempFileURL({ fileList })).fileList,
    deleteFiles: async (fileList) => (await app.deleteFile({ fileList })).fileList.map(({ code }) => code),
  };
};
