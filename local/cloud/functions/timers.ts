import type { Connection } from '../sqlite/connection';
import { nextRun } from './cron';
import type { Functions } from './functions';
import type { Caller } from './invocation';

/** A failed run is tried again this often, as the service does with calls nobody waits for. */
const RETRIES = 2;
/** The longest sleep: a machine that slept wakes to what is due. */
const LONGEST_SLEEP_MS = 60_000;

const TIMER: Caller = { openid: '', appid: '', source: 'wx_trigger' };

export interface Timers {
  /** Runs what is due now. To be called when the clock was moved. @returns when all of it has ended */
  look(): Promise<void>;
  close(): void;
}

/**
 * Calls functions at their times. How far each got is kept on disk, and only moved on after the run: a crash means
 * once more, never once less. However many times were missed, they are made up for by one run.
 */
export const startTimers = (options: {
  readonly connection: Connection;
  readonly functions: Functions;
  readonly now: () => number;
}): Timers => {
  const { connection, functions, now } = options;
  connection.execute(
    'CREATE TABLE IF NOT EXISTS timers (name TEXT PRIMARY KEY, cron TEXT NOT NULL, at INTEGER NOT NULL)',
  );
  const select = connection.prepare('SELECT cron, at FROM timers WHERE name = ?');
  const upsert = connection.prepare(
    'INSERT INTO timers (name, cron, at) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET cron = excluded.cron, at = excluded.at',
  );
  let sleep: NodeJS.Timeout | undefined;
  let isClosed = false;
  let looking: Promise<void> = Promise.resolve();

  /** Until when the function has been called; a timer that is new, or the clock set back, begins now. */
  const doneUntil = (name: string, cron: string): number => {
    const row = select.get(name);
    const at = row?.['cron'] === cron ? Number(row['at']) : Infinity;
    if (at <= now()) return at;
    upsert.run(name, cron, now());
    return now();
  };

  const call = async (name: string, trigger: string, due: number): Promise<void> => {
    const event = JSON.stringify({
      Type: 'Timer',
      TriggerName: trigger,
      Time: new Date(due).toISOString(),
      Message: '',
    });
    for (let attempt = 0; attempt <= RETRIES && !isClosed; attempt += 1) {
      try {
        await functions.invoke(name, event, TIMER);
        return;
      } catch {
        // The log has it; the next attempt, or the next time, may go better.
      }
    }
  };

  const runDue = async (): Promise<void> => {
    for (const name of functions.names()) {
      const { timer } = functions.configOf(name);
      if (!timer || isClosed) continue;
      const due = nextRun(timer.cron, doneUntil(name, timer.cron));
      const startedAt = now();
      if (due === undefined || due > startedAt) continue;
      await call(name, timer.name, due);
      // The process may be gone meanwhile, and with it whoever would count the run.
      if (!isClosed) upsert.run(name, timer.cron, startedAt);
    }
  };

  const sleepUntilNext = (): void => {
    if (isClosed) return;
    clearTimeout(sleep);
    const next = functions.names().flatMap((name) => {
      const { timer } = functions.configOf(name);
      return timer ? (nextRun(timer.cron, doneUntil(name, timer.cron)) ?? []) : [];
    });
    const wait = Math.min(LONGEST_SLEEP_MS, Math.max(0, Math.min(...next) - now()));
    sleep = setTimeout(() => void look(), wait);
  };

  const look = (): Promise<void> => {
    looking = looking.then(runDue).then(sleepUntilNext, (error: unknown) => {
      console.error((error as Error).message);
      sleep = setTimeout(() => void look(), LONGEST_SLEEP_MS);
    });
    return looking;
  };

  void look();
  return {
    look,
    close: () => {
      isClosed = true;
      clearTimeout(sleep);
    },
  };
};
