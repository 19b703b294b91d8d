import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tcb from '@cloudbase/node-sdk';
import { startCloud, type Cloud } from '../local/cloud';
import { openDatabase } from '../local/cloud/engine/database';
import type { DeclaredIndexes } from '../local/cloud/engine/index/declared';
import { parseDocument } from '../local/cloud/values/ejson';
import { ratioOf, type Measurement } from './measure';

process.env['TENCENTCLOUD'] ??= 'true';

const INDEXES: DeclaredIndexes = {
  records: [
    {
      name: 'owner_at',
      fields: [
        ['ownerId', 1],
        ['at', -1],
        ['_id', -1],
      ],
    },
  ],
};
/** How many documents and calls the ratios are taken from. */
export interface CloudBenchSizes {
  readonly few: number;
  readonly many: number;
  readonly rounds: number;
}
const SIZES: CloudBenchSizes = { few: 10_000, many: 1_000_000, rounds: 300 };
const PER_OWNER = 200;
const BATCH = 1000;
const FILLER = '监'.repeat(220);

const recordOf = (id: number) => ({
  _id: `r${id}`,
  ownerId: `o${Math.floor(id / PER_OWNER)}`,
  at: new Date(Date.UTC(2026, 0, 1) + id * 60_000).toISOString(),
  text: FILLER,
});

/** Documents of about 900 bytes, written by the engine itself: the bench measures reading. */
const fill = async (file: string, count: number): Promise<void> => {
  const database = openDatabase({ file, indexes: INDEXES, now: Date.now });
  database.createCollection('records');
  for (let start = 0; start < count; start += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - start) }, (_, index) =>
      parseDocument(JSON.stringify(recordOf(start + index))),
    );
    await database.insert('records', batch);
  }
  database.close();
};

const databaseOf = (url: string) =>
  tcb
    .init({ env: 'zhian-local', serviceUrl: `${url}/admin`, secretId: 'local', secretKey: 'local' })
    .database();

/** A server that does the least: takes the request, appends it, syncs, answers. */
const startStub = async (file: string): Promise<{ url: string; close: () => void }> => {
  const descriptor = openSync(file, 'a');
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      writeSync(descriptor, Buffer.concat(chunks));
      fdatasyncSync(descriptor);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ requestId: 'stub', data: { insertedIds: ['x'] } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
      closeSync(descriptor);
    },
  };
};

const startFilled = async (folder: string, count: number): Promise<Cloud> => {
  const options = {
    dataDir: folder,
    // There are none: the bench speaks to the database alone.
    functionsDir: path.join(folder, 'functions'),
    runnerPath: '',
    divisions: [],
    indexes: INDEXES,
  };
  const cloud = await startCloud(options);
  await cloud.close();
  await fill(path.join(folder, 'cloud.db'), count);
  return startCloud(options);
};

export const benchCloud = async (sizes = SIZES): Promise<Record<string, Measurement>> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhian-bench-'));
  const few = await startFilled(path.join(folder, 'few'), sizes.few);
  const many = await startFilled(path.join(folder, 'many'), sizes.many);
  const stub = await startStub(path.join(folder, 'stub.log'));
  try {
    const [inFew, inMany, inStub] = [databaseOf(few.url), databaseOf(many.url), databaseOf(stub.url)];
    let next = sizes.many * 10;
    const add = (database: typeof inFew) => () => database.collection('records').add(recordOf((next += 1)));
    const list = (database: typeof inFew, count: number) => () =>
      database
        .collection('records')
        .where({ ownerId: `o${Math.floor(Math.random() * (count / PER_OWNER))}` })
        .orderBy('at', 'desc')
        .orderBy('_id', 'desc')
        .limit(20)
        .get();
    const get = (database: typeof inFew, count: number) => () =>
      database
        .collection('records')
        .doc(`r${Math.floor(Math.random() * count)}`)
        .get();
    return {
      'cloud.add': {
        value: await ratioOf(add(inFew), add(inStub), sizes.rounds),
        goal: 1.6,
        better: 'lower',
      },
      'cloud.list': {
        value: await ratioOf(list(inMany, sizes.many), list(inFew, sizes.few), sizes.rounds),
        goal: 1.3,
        better: 'lower',
      },
      'cloud.get': {
        value: await ratioOf(get(inMany, sizes.many), get(inFew, sizes.few), sizes.rounds),
        goal: 1.3,
        better: 'lower',
      },
    };
  } finally {
    stub.close();
    await few.close();
    await many.close();
    rmSync(folder, { recursive: true });
  }
};
