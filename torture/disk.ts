import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brokenDisk, noteSyncs, type DiskFault } from './broken-disk';
import { onGround, pause, type NotRun, type TortureResult } from './ground';
import { seeded } from './random';
import { emptyLedger, faultsOf, prepare, startWriters, type Environment } from './writers';

/**
 * The disk is full, or does not keep what it took: every write is answered by an error, nothing that was
 * acknowledged before goes, and the environment goes on when the disk does.
 */
export const tortureWithBrokenDisk = (fault: DiskFault, seed: number): Promise<TortureResult | NotRun> =>
  onGround<TortureResult | NotRun>(async ({ folder, cloud, environment }) => {
    const random = seeded(seed);
    const ledger = emptyLedger();
    await prepare(environment);
    const write = async (round: number, ms: number): Promise<void> => {
      const writers = startWriters(environment, ledger, round, random);
      await pause(ms);
      await writers.stop();
    };
    const faults: string[] = [];
    // Only files go through the threads whose fsync fails; documents are written as ever.
    const count = (): number => (fault === 'filesUnsynced' ? ledger.files.size : ledger.acknowledged);
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

const SYNCED = 5;
/** What is synced before an upload is answered, by its path: a fault injected into one would hide another left out. */
const STEPS: Readonly<Record<string, RegExp>> = {
  内容: /\/files\/incoming\/[^/]+$/,
  目录: /\/files\/[0-9a-f]{2}$/,
  名字: /\/cloud\.db-wal$/,
};

/** Every upload syncs its bytes, the folder of their name and the record of the file, one by one. */
export const watchSyncs = (): Promise<TortureResult | NotRun> =>
  onGround<TortureResult | NotRun>(async ({ folder, cloud, environment: { app } }) => {
    const log = path.join(folder, 'syncs.log');
    const watch = await noteSyncs(log, cloud.pid ?? 0);
    if ('notRun' in watch) return watch;
    for (let index = 0; index < SYNCED; index += 1) {
      await app.uploadFile({ cloudPath: `evidence/synced-${index}.bin`, fileContent: randomBytes(1000) });
    }
    await watch.mend();
    const synced = [...readFileSync(log, 'utf8').matchAll(/sync\(\d+<([^>]+)>/g)].map(
      ([, name = '']) => name,
    );
    const faults = Object.entries(STEPS).flatMap(([step, pattern]) => {
      const count = synced.filter((name) => pattern.test(name)).length;
      return count < SYNCED ? [`上传 ${SYNCED} 次，${step}只落盘 ${count} 次`] : [];
    });
    return { kills: 0, acknowledged: SYNCED, unanswered: 0, faults };
  });

const SMALL_DISK_KB = 2048;
const FILE_BYTES = 300 * 1024;

/** Runs the command with a small disk of its own mounted for uploaded files. */
const onSmallDisk = (folder: string): string[] => {
  const script = `mkdir -p "$0" && mount -t tmpfs -o size=${SMALL_DISK_KB}k tmpfs "$0" && exec "$@"`;
  return ['unshare', '--map-root-user', '--mount', 'sh', '-c', script, path.join(folder, 'files')];
};

const fill = async (environment: Environment, ledger: ReturnType<typeof emptyLedger>): Promise<string[]> => {
  const { app } = environment;
  const fileIDs: string[] = [];
  for (let index = 0; (index * FILE_BYTES) / 1024 < SMALL_DISK_KB * 2; index += 1) {
    const cloudPath = `evidence/full-${index}.bin`;
    try {
      fileIDs.push((await app.uploadFile({ cloudPath, fileContent: randomBytes(FILE_BYTES) })).fileID);
      ledger.acknowledged += 1;
    } catch {
      ledger.unanswered += 1;
    }
  }
  return fileIDs;
};

/** The disk that files are on is full in the middle of one: what was answered is whole, and room makes it go on. */
export const tortureWithFullFiles = async (): Promise<TortureResult | NotRun> => {
  try {
    return await onGround(async ({ environment }) => {
      const { app } = environment;
      const ledger = emptyLedger();
      const faults: string[] = [];
      const kept = await fill(environment, ledger);
      const most = Math.floor((SMALL_DISK_KB * 1024) / FILE_BYTES);
      if (kept.length === 0 || kept.length > most)
        faults.push(`${most} 个文件的磁盘收下了 ${kept.length} 个`);
      for (const fileID of kept) {
        const { fileContent } = await app.downloadFile({ fileID });
        if (fileContent?.length !== FILE_BYTES) faults.push(`文件 ${fileID} 不完整`);
      }
      await app.deleteFile({ fileList: kept });
      // Also what was refused has left nothing behind that takes room.
      const again = await fill(environment, ledger);
      if (again.length !== kept.length) faults.push(`腾出后收下 ${again.length} 个，先前 ${kept.length} 个`);
      return { kills: 0, acknowledged: ledger.acknowledged, unanswered: ledger.unanswered, faults };
    }, onSmallDisk);
  } catch (error) {
    if (/unshare|mount|ENOENT/.test((error as Error).message)) return { notRun: (error as Error).message };
    throw error;
  }
};
