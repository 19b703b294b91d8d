import { watch, type FSWatcher } from 'node:fs';
import { createPhoneBuilder, type BuildOptions } from './compiler/bundle';
import { servePhone, type PhoneSettings } from './server';

export { buildPhone } from './compiler/bundle';

export interface PhoneOptions extends BuildOptions, PhoneSettings {
  readonly port: number;
  /** Whether to build again when a file of the mini program changes. */
  readonly watch: boolean;
}

export interface Phone {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** An editor writes a file in several steps. */
const SETTLE_MS = 50;

const watchProgram = (folder: string, onChange: () => Promise<void>): FSWatcher => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  const run = async (): Promise<void> => {
    // What changed during a build is built after it.
    if (isBusy) {
      timer = setTimeout(() => void run(), SETTLE_MS);
      return;
    }
    isBusy = true;
    await onChange().catch((error: unknown) => console.error((error as Error).message));
    isBusy = false;
  };
  return watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), SETTLE_MS);
  });
};

/** Builds the mini program for the browser and serves it on loopback. @throws Error naming what is wrong, or the port */
export const startPhone = async (options: PhoneOptions): Promise<Phone> => {
  const builder = await createPhoneBuilder(options);
  const start = async () => {
    await builder.build();
    const { cloudUrl, people, places } = options;
    return servePhone({
      port: options.port,
      outDir: options.outDir,
      miniprogramDir: options.miniprogramDir,
      settings: { cloudUrl, people, places },
      isWatched: options.watch,
    });
  };
  const server = await start().catch(async (error: unknown) => {
    await builder.dispose();
    throw error;
  });
  const watcher = options.watch
    ? watchProgram(options.miniprogramDir, async () => {
        try {
          await builder.build();
          server.reload();
        } catch (error) {
          server.tellFault((error as Error).message);
          throw error;
        }
      })
    : undefined;
  return {
    url: server.url,
    close: async () => {
      watcher?.close();
      await server.close();
      await builder.dispose();
    },
  };
};
