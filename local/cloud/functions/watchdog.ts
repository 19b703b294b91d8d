import { Worker } from 'node:worker_threads';

const LOOK_MS = 1000;

/**
 * Ends this process when the one that started it is gone: a function in an endless loop would not hear of it. It is
 * a thread of its own, for the same reason.
 */
export const startWatchdog = (parent: number): void => {
  const program = `setInterval(() => {
    if (process.ppid !== ${parent}) process.kill(process.pid, 'SIGKILL');
  }, ${LOOK_MS});`;
  new Worker(program, { eval: true, env: {} }).unref();
};
