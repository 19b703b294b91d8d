import { failure, listenerPair } from '../api';

export interface Progress {
  readonly progress: number;
  readonly totalBytesSent?: number;
  readonly totalBytesExpectedToSend?: number;
  readonly totalBytesWritten?: number;
  readonly totalBytesExpectedToWrite?: number;
}

/** UploadTask and DownloadTask: progress, and a way to stop. */
export const createTransfer = () => {
  const controller = new AbortController();
  const progress = listenerPair<Progress>();
  return {
    signal: controller.signal,
    tellProgress: progress.tell,
    task: {
      abort: (): void => controller.abort(failure('fail abort', { errCode: -1 })),
      onProgressUpdate: progress.on,
      offProgressUpdate: progress.off,
      onHeadersReceived: (): void => undefined,
      offHeadersReceived: (): void => undefined,
    },
  };
};

export type Transfer = ReturnType<typeof createTransfer>;

/** Whole per cent. */
export const percent = (done: number, expected: number): number =>
  expected > 0 ? Math.min(100, Math.floor((done / expected) * 100)) : 100;
