import type { Order } from './invocation';
import { FunctionFailure, startWorker, type Worker } from './worker';

export interface Pool {
  /** Runs the order on an idle child, waiting for one when all are busy. @throws FunctionFailure */
  run(order: Order, timeoutMs: number): Promise<string>;
  close(): Promise<void>;
}

/** Forked children, one invocation at a time each, started as they are needed up to `size`. */
export const createPool = (options: {
  readonly size: number;
  readonly runnerPath: string;
  readonly environment: () => Readonly<Record<string, string>>;
}): Pool => {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const queue: ((worker: Worker) => void)[] = [];
  let isClosed = false;

  const start = (): Worker => {
    const worker = startWorker(options.runnerPath, options.environment());
    all.add(worker);
    return worker;
  };

  const retire = async (worker: Worker): Promise<void> => {
    all.delete(worker);
    await worker.end();
  };

  /** An idle child that has not loaded an older build of the bundle. */
  const takeIdle = (bundle: string): Worker | undefined => {
    for (let worker = idle.pop(); worker; worker = idle.pop()) {
      if (!worker.isDead() && worker.isFreshFor(bundle)) return worker;
      void retire(worker);
    }
    return undefined;
  };

  const acquire = async (bundle: string): Promise<Worker> => {
    const worker = takeIdle(bundle);
    if (worker) return worker;
    if (all.size < options.size) return start();
    const freed = await new Promise<Worker>((resolve) => {
      queue.push(resolve);
    });
    if (!freed.isDead() && freed.isFreshFor(bundle)) return freed;
    await retire(freed);
    return start();
  };

  const release = (worker: Worker): void => {
    if (isClosed) return;
    const next = queue.shift();
    if (next) next(worker);
    else if (worker.isDead()) void retire(worker);
    else idle.push(worker);
  };

  return {
    run: async (order, timeoutMs) => {
      if (isClosed) throw new FunctionFailure('crash', 'the environment is closing');
      const worker = await acquire(order.bundle);
      try {
        return await worker.run(order, timeoutMs);
      } finally {
        release(worker);
      }
    },
    close: async () => {
      isClosed = true;
      await Promise.all([...all].map(retire));
    },
  };
};
