import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CloudProcess } from './cloud-process';
import { environmentAt, type Environment } from './writers';

const FUNCTIONS = 'torture/functions';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export interface TortureResult {
  readonly kills: number;
  readonly acknowledged: number;
  readonly unanswered: number;
  /** What was lost or half there; none when all is well. */
  readonly faults: readonly string[];
}

/** Where the machine does not allow what a torture needs: why. */
export interface NotRun {
  readonly notRun: string;
}

export interface Ground {
  /** The data directory. */
  readonly folder: string;
  readonly cloud: CloudProcess;
  readonly environment: Environment;
}

/**
 * A running environment on a folder of its own, gone afterwards.
 * @param wrapOf a command to run it under
 */
export const onGround = async <T>(
  work: (ground: Ground) => Promise<T>,
  wrapOf: (folder: string) => readonly string[] = () => [],
): Promise<T> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhian-torture-'));
  const port = await freePort();
  const cloud = new CloudProcess(folder, FUNCTIONS, {
    args: ['--port', String(port)],
    wrap: wrapOf(folder),
  });
  try {
    await cloud.start();
    return await work({ folder, cloud, environment: environmentAt(cloud.url) });
  } finally {
    await cloud.kill();
    rmSync(folder, { recursive: true });
  }
};
