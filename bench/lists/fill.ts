import path from 'node:path';
import { INDEXES } from '../../cloudfunctions/indexes';
import { openDatabase, type DocumentDatabase } from '../../local/cloud/engine/database';
import { parseDocument } from '../../local/cloud/values/ejson';
import { inspectionsOf, partyPosts, people, projectCountOf, projectOf, STATION_POSTS } from './stock';

const BATCH = 4000;
const TOLD_EVERY = 20_000;

const insert = async (
  database: DocumentDatabase,
  name: string,
  documents: readonly object[],
): Promise<void> => {
  await database.insert(
    name,
    documents.map((document) => parseDocument(JSON.stringify(document))),
  );
};

/**
 * Writes a province of so many inspections into the database of a data directory, by the engine itself: the bench
 * measures reading.
 */
export const fill = async (dataDir: string, count: number, print: (line: string) => void): Promise<void> => {
  const database = openDatabase({ file: path.join(dataDir, 'cloud.db'), indexes: INDEXES, now: Date.now });
  try {
    for (const name of Object.keys(INDEXES)) database.createCollection(name);
    await insert(database, 'people', people());
    await insert(database, 'posts', [...Object.values(STATION_POSTS), ...partyPosts()]);
    const projects = projectCountOf(count);
    for (let start = 0; start < projects; start += BATCH) {
      const length = Math.min(BATCH, projects - start);
      await insert(
        database,
        'projects',
        Array.from({ length }, (_, index) => projectOf(start + index)),
      );
    }
    const inspectionOf = inspectionsOf(count);
    for (let start = 0; start < count; start += BATCH) {
      const length = Math.min(BATCH, count - start);
      const batch = Array.from({ length }, (_, index) => inspectionOf(start + index));
      await insert(
        database,
        'inspections',
        batch.map(({ inspection }) => inspection),
      );
      await insert(
        database,
        'inbox',
        batch.flatMap(({ inbox }) => inbox),
      );
      if (start > 0 && start % TOLD_EVERY === 0) print(`正在写入 ${count} 次检查 … ${start}`);
    }
  } finally {
    database.close();
  }
};
