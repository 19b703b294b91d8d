import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../local/cloud/engine/database';
import { openConnection } from '../local/cloud/sqlite/connection';
import { parseDocument } from '../local/cloud/values/ejson';
import { CloudProcess } from './cloud-process';
import { seeded } from './random';
import { brokenDisk, type DiskFault } from './broken-disk';
import { emptyLedger, environmentAt, faultsOf, prepare, startWriters, type Environment } from './writers';

const FUNCTIONS = 'torture/functions';
const LONGEST_ROUND_MS = 120;
/** Of ten kills so many hit the gateway and all with it, the others one function. */
const GATEWAY_OF_TEN = 7;
const RESTARTS = 5;
const BULK = 100_000;

export interface TortureResult {
  readonly kills: number;
  readonly acknowledged: number;
  readonly unanswered: number;
  /** What was lost or half there; none when all is well. */
  readonly faults: readonly string[];
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The function processes of a gateway; only Linux tells. */
const functionsOf = (gateway: number | undefined): number[] =>
  readFileSync(`/proc/${gateway ?? 0}/task/${gateway ?? 0}/children`, 'utf8')
    .split(' ')
    .map(Number)
    .filter((pid) => pid > 0);

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It went by itself in the same moment.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

interface Ground {
  readonly folder: string;
  readonly cloud: CloudProcess;
  readonly environment: Environment;
}

const onGround = async <T>(work: (ground: Ground) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhian-torture-'));
  const port = await freePort();
  const cloud = new CloudProcess(folder, FUNCTIONS, { args: ['--port', String(port)] });
  try {
    await cloud.start();
    return await work({ folder, cloud, environment: environmentAt(cloud.url) });
  } finally {
    await cloud.kill();
    rmSync(folder, { recursive: true });
  }
};

/** SQLite's own look at every page. */
const pagesAreWhole = (folder: string): boolean => {
  const connection = openConnection(path.join(folder, 'cloud.db'));
  try {
    return Object.values(connection.prepare('PRAGMA quick_check').get() ?? {}).includes('ok');
  } finally {
    connection.close();
  }
};

/** Writers of every kind through the SDKs, and kills at random moments of the gateway or of a function. */
export const tortureWithKills = (
  kills: number,
  seed: number,
  onProgress: (kill: number) => void = () => undefined,
): Promise<TortureResult> =>
  onGround(async ({ folder, cloud, environment }) => {
    const random = seeded(seed);
    const ledger = emptyLedger();
    await prepare(environment);
    for (let round = 1; round <= kills; round += 1) {
      const known = new Set(ledger.files.keys());
      const writers = startWriters(environment, ledger, round, random);
      await pause(random() * LONGEST_ROUND_MS);
      const isGateway = random() * 10 < GATEWAY_OF_TEN;
      if (isGateway) {
        await cloud.kill();
        await writers.stop();
        await cloud.start();
      } else {
        const [victim] = functionsOf(cloud.pid);
        if (victim !== undefined) kill(victim);
        await writers.stop();
      }
      // The files of this round; all of them once more at the end.
      const fresh = new Map([...ledger.files].filter(([fileID]) => !known.has(fileID)));
      const faults = await faultsOf(environment, ledger, fresh);
      if (faults.length > 0) return { kills: round, ...ledger, faults };
      onProgress(round);
    }
    const faults = await faultsOf(environment, ledger);
    await cloud.stop();
    if (!pagesAreWhole(folder)) faults.push('数据库文件损坏');
    return { kills, acknowledged: ledger.acknowledged, unanswered: ledger.unanswered, faults };
  });

/** From the start of the process to its first answer, with 100,000 documents, after a kill. @returns milliseconds, the median */
export const timeToAnswer = (): Promise<number> =>
  onGround(async ({ folder, cloud, environment }) => {
    await cloud.stop();
    const database = openDatabase({ file: path.join(folder, 'cloud.db'), indexes: {}, now: Date.now });
    database.createCollection('bulk');
    for (let start = 0; start < BULK; start += 1000) {
      await database.insert(
        'bulk',
        Array.from({ length: 1000 }, (_, index) =>
          parseDocument(JSON.stringify({ _id: `b${start + index}`, text: '监'.repeat(220) })),
        ),
      );
    }
    database.close();
    const times: number[] = [];
    for (let turn = 0; turn < RESTARTS; turn += 1) {
      await cloud.kill();
      const from = performance.now();
      await cloud.start();
      const { data } = await environment.app.database().collection('bulk').doc('b99999').get();
      times.push(performance.now() - from);
      if ((data as unknown[]).length !== 1) throw new Error('the document is gone');
    }
    return times.sort((a, b) => a - b)[Math.floor(RESTARTS / 2)] ?? NaN;
  });

export type BrokenDiskResult = TortureResult | { readonly notRun: string };

/**
 * The disk is full, or does not keep what it took: every write is answered by an error, nothing that was
 * acknowledged before goes, and the environment goes on when the disk does.
 */
export const tortureWithBrokenDisk = (fault: DiskFault, seed: number): Promise<BrokenDiskResult> =>
  onGround<BrokenDiskResult>(async ({ folder, cloud, environment }) => {
    const random = seeded(seed);
    const ledger = emptyLedger();
    await prepare(environment);
    const write = async (round: number, ms: number): Promise<void> => {
      const writers = startWriters(environment, ledger, round, random);
      await pause(ms);
      await writers.stop();
    };
    const faults: string[] = [];
    const count = (): number => ledger.acknowledged;
    await write(1, 300);
    const before = count();
    if (before === 0) faults.push('磁盘正常时没有一次写入得到应答');
    const disk = await brokenDisk(fault, cloud.pid ?? 0, folder);
    if ('notRun' in disk) return disk;
    await write(2, 500);
    if (count() !== before) faults.push(`磁盘故障时应答了 ${count() - before} 次写入`);
    await disk.mend();
    await write(3, 300);
    if (count() === before) faults.push('磁盘恢复后没有一次写入得到应答');
    faults.push(...(await faultsOf(environment, ledger)));
    await cloud.kill();
    await cloud.start();
    faults.push(...(await faultsOf(environment, ledger)));
    return { kills: 1, acknowledged: ledger.acknowledged, unanswered: ledger.unanswered, faults };
  });
