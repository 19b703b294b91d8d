import { FunctionFailure } from './failure';
import { Places } from './places';
import type { Worker } from './worker';

/** A process at the caller's disposal until it is given back. */
export interface Seat {
  readonly worker: Worker;
  readonly giveBack: () => void;
  /** Runs something the process only waits for: meanwhile its place is another's. */
  readonly whileWaiting: <T>(work: () => Promise<T>) => Promise<T>;
}

/** A function as it was built last, and how a process for it is started. */
export interface Wanted {
  readonly bundle: string;
  readonly version: string;
  readonly start: () => Worker;
}

export interface Limits {
  /** How many run at once; a process that waits for a nested call is not at work. */
  readonly atWork: number;
  /** How many are kept warm. */
  readonly resident: number;
  /** How many calls may wait; as many nested ones again. */
  readonly waiting: number;
}

export interface Pool {
  /**
   * Waits while as many are at work as may be.
   * @param isNested somebody at work waits for it: it goes before all others
   * @throws FunctionFailure busy, when too many wait already
   */
  take(wanted: Wanted, isNested: boolean): Promise<Seat>;
  close(): Promise<void>;
}

/** Warm processes, one function each. */
export const createPool = (limits: Limits): Pool => {
  /** The longest unused first. */
  let idle: Worker[] = [];
  const all = new Set<Worker>();
  const places = new Places(limits.atWork, limits.waiting);
  let isClosed = false;

  const retire = (worker: Worker): Promise<void> => {
    all.delete(worker);
    idle = idle.filter((each) => each !== worker);
    return worker.end();
  };
  /** Lets the longest unused go while there are more than may be. */
  const trim = (most: number): void => {
    for (const worker of idle.slice(0, Math.max(0, all.size - most))) void retire(worker);
  };

  const warm = ({ bundle, version }: Wanted): Worker | undefined => {
    const isUseless = (each: Worker): boolean =>
      !each.isUsable() || (each.bundle === bundle && each.version !== version);
    for (const worker of idle.filter(isUseless)) void retire(worker);
    const worker = idle.filter((each) => each.bundle === bundle).pop();
    if (worker) idle = idle.filter((each) => each !== worker);
    return worker;
  };
  const start = (wanted: Wanted): Worker => {
    trim(limits.resident - 1);
    const worker = wanted.start();
    all.add(worker);
    return worker;
  };

  const closing = (): FunctionFailure => new FunctionFailure('crash', 'the environment is closing');

  const seatOf = (worker: Worker, bundle: string): Seat => {
    let waitingFor = 0;
    let isGivenBack = false;
    return {
      worker,
      giveBack: () => {
        isGivenBack = true;
        // One that still waits for a nested call has left already.
        if (waitingFor === 0) places.leave(bundle);
        if (isClosed || !worker.isUsable()) void retire(worker);
        else idle.push(worker);
        trim(limits.resident);
      },
      whileWaiting: async (work) => {
        if (isGivenBack) return work();
        waitingFor += 1;
        // It stands first in the queue before the place becomes free, and so takes it.
        const result = work();
        if (waitingFor === 1) places.leave(bundle);
        try {
          return await result;
        } finally {
          waitingFor -= 1;
          // It goes on at once, one more than may be for a moment: it has waited long enough.
          if (waitingFor === 0 && !isGivenBack) places.goOn(bundle);
        }
      },
    };
  };

  return {
    take: async (wanted, isNested) => {
      if (isClosed) throw closing();
      await places.enter(wanted.bundle, isNested);
      try {
        return seatOf(warm(wanted) ?? start(wanted), wanted.bundle);
      } catch (error) {
        places.leave(wanted.bundle);
        throw error;
      }
    },
    close: async () => {
      isClosed = true;
      places.refuseAll(closing());
      await Promise.all([...all].map(retire));
    },
  };
};
