import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openConnection } from '../local/cloud/sqlite/connection';
import type { CloudProcess } from './cloud-process';
import { onGround, pause, type TortureResult } from './ground';
import { seeded } from './random';
import { emptyLedger, faultsOf, moveOnce, prepare, startWriters } from './writers';

const SHORT_ROUND_MS = 120;
/** One round in so many is a long one: functions are warm in it, and the log grows. */
const LONG_ROUND_OF = 5;
const LONG_ROUND_MS = 1000;
/** Of ten kills so many hit the gateway and all with it, the others one function. */
const GATEWAY_OF_TEN = 6;
/** How long a function is waited for to be inside its transaction. */
const PATIENCE_MS = 2000;

export interface KillsResult extends TortureResult {
  /** Kills that hit a function between the first write of its transaction and its commit. */
  readonly inside: number;
}

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

/** Kills a function inside its transaction, as soon as one is; any other when none comes. @returns whether it was inside */
const killFunction = async (cloud: CloudProcess): Promise<boolean> => {
  const inside = await cloud.nextInside(PATIENCE_MS);
  const victim = inside ?? functionsOf(cloud.pid)[0];
  if (victim !== undefined) kill(victim);
  return inside !== undefined;
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
): Promise<KillsResult> =>
  onGround(async ({ folder, cloud, environment }) => {
    const random = seeded(seed);
    const ledger = emptyLedger();
    let inside = 0;
    const countsOf = () => ({ acknowledged: ledger.acknowledged, unanswered: ledger.unanswered });
    await prepare(environment);
    for (let round = 1; round <= kills; round += 1) {
      const known = new Set(ledger.files.keys());
      // A function that starts would be all that a short round sees of it.
      await moveOnce(environment, ledger, `${round}-warm`, random);
      const writers = startWriters(environment, ledger, round, random);
      await pause(random() * (round % LONG_ROUND_OF === 0 ? LONG_ROUND_MS : SHORT_ROUND_MS));
      const isGateway = random() * 10 < GATEWAY_OF_TEN;
      if (isGateway) {
        await cloud.kill();
        await writers.stop();
        await cloud.start();
      } else {
        if (await killFunction(cloud)) inside += 1;
        await writers.stop();
      }
      // The files of this round; all of them once more at the end.
      const fresh = new Map([...ledger.files].filter(([fileID]) => !known.has(fileID)));
      const faults = await faultsOf(environment, ledger, fresh);
      if (faults.length > 0) return { kills: round, ...countsOf(), inside, faults };
      onProgress(round);
    }
    const faults = await faultsOf(environment, ledger);
    await cloud.stop();
    if (!pagesAreWhole(folder)) faults.push('数据库文件损坏');
    return { kills, ...countsOf(), inside, faults };
  });
