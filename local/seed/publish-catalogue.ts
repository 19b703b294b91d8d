import { createReadStream, readdirSync } from 'node:fs';
import path from 'node:path';
import tcb from '@cloudbase/node-sdk';
import type { SeedTarget } from './write-seed';

const versionToHave = async (database: ReturnType<ReturnType<typeof tcb.init>['database']>) => {
  try {
    const { data } = (await database.collection('settings').doc('catalogue').get()) as {
      data: { version: string }[];
    };
    return data[0]?.version;
  } catch (error) {
    // An environment of an earlier edition.
    if ((error as { code?: string }).code !== 'DATABASE_COLLECTION_NOT_EXIST') throw error;
    await database.createCollection('settings');
    return undefined;
  }
};

/**
 * Puts the built catalogue where phones fetch it, and says that it is the one to have. The file comes first: a phone
 * that asks in between is sent to the former one, which stays.
 * @param folder dist/catalogue: one file, named by its version
 */
export const publishCatalogue = async (target: SeedTarget, folder: string): Promise<void> => {
  const [name, ...others] = readdirSync(folder);
  if (name === undefined || others.length > 0)
    throw new Error(`${folder} 里应当只有一个目录文件，请重新构建`);
  const app = tcb.init({ ...target });
  const database = app.database();
  const version = path.basename(name, '.json');
  if ((await versionToHave(database)) === version) return;
  const { fileID } = await app.uploadFile({
    cloudPath: `catalogue/${name}`,
    fileContent: createReadStream(path.join(folder, name)),
  });
  await database.collection('settings').doc('catalogue').set({ version, fileID });
};
