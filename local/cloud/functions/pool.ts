import { FunctionFailure, type Worker } from './worker';

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
  readonly builtAt: number;
  readonly start: () => Worker;
}

export interface Pool {
  /**
   * Waits while as many are at work as may be.
   * @param isNested somebody at work waits for it: it goes before all others, and is never refused
   * @throws FunctionFailure busy, when too many wait already
   */
  take(wanted: Wanted, isNested: boolean): Promise<Seat>;
  close(): Promise<void>;
}

/**
 * Warm processes, one function each.
 * @param atWork how many run at once; a process that waits for a nested call is not at work
 * @param resident how many are kept warm
 * @param waiting how many calls may wait
 */
export const createPool = (limits: {
  readonly atWork: number;
  readonly resident: number;
  readonly waiting: number;
}): Pool => {
  /** The longest unused first. */
  let idle: Worker[] = [];
  const all = new Set<Worker>();
  const queue: { readonly enter: () => void; readonly refuse: (failure: Error) => void }[] = [];
  let working = 0;
  let isClosed = false;

  const retire = (worker: Worker): Promise<void> => {
    all.delete(worker);
    idle = idle.filter((each) => each !== worker);
    return worker.end();
  };

  const warm = ({ bundle, builtAt }: Wanted): Worker | undefined => {
    const isUseless = (each: Worker): boolean =>
      each.isDead() || (each.bundle === bundle && each.builtAt !== builtAt);
    for (const worker of idle.filter(isUseless)) void retire(worker);
    const worker = idle.filter((each) => each.bundle === bundle).pop();
    if (worker) idle = idle.filter((each) => each !== worker);
    return worker;
  };

  const start = (wanted: Wanted): Worker => {
    const [longestUnused] = idle;
    if (all.size >= limits.resident && longestUnused) void retire(longestUnused);
    const worker = wanted.start();
    all.add(worker);
    return worker;
  };

  /** Whoever waits longest takes the place that becomes free. */
  const leave = (): void => {
    const next = working <= limits.atWork ? queue.shift() : undefined;
    if (next) next.enter();
    else working -= 1;
  };

  const enter = (isNested: boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      if (working < limits.atWork) {
        working += 1;
        resolve();
      } else if (isNested) {
        queue.unshift({ enter: resolve, refuse: reject });
      } else if (queue.length < limits.waiting) {
        queue.push({ enter: resolve, refuse: reject });
      } else {
        reject(new FunctionFailure('busy', `more than ${limits.waiting} calls are waiting`));
      }
    });

  const closing = (): FunctionFailure => new FunctionFailure('crash', 'the environment is closing');

  return {
    take: async (wanted, isNested) => {
      if (isClosed) throw closing();
      await enter(isNested);
      const worker = warm(wanted) ?? start(wanted);
      let waitingFor = 0;
      return {
        worker,
        giveBack: () => {
          leave();
          if (worker.isDead() || isClosed) void retire(worker);
          else idle.push(worker);
        },
        whileWaiting: async (work) => {
          waitingFor += 1;
          // It stands first in the queue before the place becomes free, and so takes it.
          const result = work();
          if (waitingFor === 1) leave();
          try {
            return await result;
          } finally {
            waitingFor -= 1;
            // It goes on at once, one more than may be for a moment: it has waited long enough.
            if (waitingFor === 0) working += 1;
          }
        },
      };
    },
    close: async () => {
      isClosed = true;
      for (const { refuse } of queue.splice(0)) refuse(closing());
      await Promise.all([...all].map(retire));
    },
  };
};
