import { statSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../local/cloud/engine/database';
import { parseDocument } from '../local/cloud/values/ejson';
import { onGround } from './ground';

const RESTARTS = 5;
const BULK = 100_000;
const BATCH = 1000;
/** Written through the gateway before every kill: what the next start has to recover. */
const FRESH = 2000;

const documents = (prefix: string, start: number, count: number): { _id: string; text: string }[] =>
  Array.from({ length: count }, (_, index) => ({ _id: `${prefix}${start + index}`, text: '监'.repeat(220) }));

/**
 * From the start of the process to its first answer, with 100,000 documents and a log of what was written last: after
 * a kill, not after an orderly end. @returns milliseconds, the median
 */
export const timeToAnswer = (): Promise<number> =>
  onGround(async ({ folder, cloud, environment }) => {
    await cloud.stop();
    const file = path.join(folder, 'cloud.db');
    const database = openDatabase({ file, indexes: {}, now: Date.now });
    database.createCollection('bulk');
    for (let start = 0; start < BULK; start += BATCH) {
      const batch = documents('b', start, BATCH).map((each) => parseDocument(JSON.stringify(each)));
      await database.insert('bulk', batch);
    }
    database.close();
    await cloud.start();
    const bulk = environment.app.database().collection('bulk');
    const times: number[] = [];
    for (let turn = 0; turn < RESTARTS; turn += 1) {
      for (let start = 0; start < FRESH; start += BATCH) await bulk.add(documents(`f${turn}-`, start, BATCH));
      await cloud.kill();
      if (statSync(`${file}-wal`).size === 0) throw new Error('there is no log to recover');
      const from = performance.now();
      await cloud.start();
      const { data } = await bulk.doc(`f${turn}-${FRESH - 1}`).get();
      times.push(performance.now() - from);
      if ((data as unknown[]).length !== 1) throw new Error('the document is gone');
    }
    return times.sort((a, b) => a - b)[Math.floor(RESTARTS / 2)] ?? NaN;
  });
