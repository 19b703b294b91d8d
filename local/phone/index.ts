import { watch, type FSWatcher } from 'node:fs';
import { buildPhone, type BuildOptions } from './compiler/bundle';
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
const SETTLE_MS = 150;

const watchProgram = (folder: string, onChange: () => Promise<void>): FSWatcher => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      onChange().catch((error: unknown) => console.error((error as Error).message));
    }, SETTLE_MS);
  });
};

/** Builds the mini program for the browser and serves it on loopback. @throws Error naming what is wrong, or the port */
export const startPhone = async (options: PhoneOptions): Promise<Phone> => {
  await buildPhone(options);
  const { cloudUrl, people, places } = options;
  const server = await servePhone({
    port: options.port,
    outDir: options.outDir,
    miniprogramDir: options.miniprogramDir,
    settings: { cloudUrl, people, places },
    isWatched: options.watch,
  });
  const watcher = options.watch
    ? watchProgram(options.miniprogramDir, async () => {
        await buildPhone(options);
        server.reload();
      })
    : undefined;
  return {
    url: server.url,
    close: async () => {
      watcher?.close();
      await server.close();
    },
  };
};
