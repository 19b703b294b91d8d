import type { Connection } from '../sqlite/connection';
import type { Timer } from './config';
import { nextRun } from './cron';
import type { Functions } from './functions';
import type { Caller } from './invocation';
import type { Logs } from './logs';

/** A failed run is tried again this often, as the service does with calls nobody waits for. */
const RETRIES = 2;
/** How often the functions' config.json are looked at: a timer that is new begins within this. */
const LOOK_MS = 1000;

const TIMER: Caller = { openid: '', appid: '', source: 'wx_trigger' };

export interface Timers {
  /** Runs what is due now. To be called when the clock was moved. @returns when all of it has ended */
  look(): Promise<void>;
  /** Takes up what was written since it was looked last. */
  notice(): void;
  close(): void;
}

/** How far a function's timer got. */
interface Progress {
  readonly cron: string;
  readonly at: number;
  readonly next: number | undefined;
}

/**
 * Calls functions at their times, side by side, one run of each at a time. How far each got is kept on disk, and only
 * moved on after the run: a crash means once more, never once less. However many times were missed, they are made up
 * for by one run.
 */
export const startTimers = (options: {
  readonly connection: Connection;
  readonly functions: Functions;
  readonly now: () => number;
  readonly logs: Logs;
}): Timers => {
  const { connection, functions, now, logs } = options;
  connection.execute(
    'CREATE TABLE IF NOT EXISTS timers (name TEXT PRIMARY KEY, cron TEXT NOT NULL, at INTEGER NOT NULL)',
  );
  const select = connection.prepare('SELECT cron, at FROM timers WHERE name = ?');
  const upsert = connection.prepare(
    'INSERT INTO timers (name, cron, at) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET cron = excluded.cron, at = excluded.at',
  );
  const progress = new Map<string, Progress>();
  const running = new Map<string, Promise<void>>();
  /** What was said of each function last: it is said once, not every second. */
  const said = new Map<string, string>();
  const startedAt = now();
  let sleep: NodeJS.Timeout | undefined;
  let isClosed = false;

  const complain = (name: string, error: unknown): void => {
    const { message } = error as Error;
    if (said.get(name) === message) return;
    said.set(name, message);
    logs.write({ requestId: '', name, level: 'error', text: message, at: now() });
  };

  /** Moves on in memory first: a disk that is full does not call the function every second. */
  const moveOn = (name: string, cron: string, at: number): Progress => {
    const moved = { cron, at, next: nextRun(cron, at) };
    progress.set(name, moved);
    upsert.run(name, cron, at);
    return moved;
  };

  /** From where a timer counts that nobody knew: from when it was written, where somebody was there to see it. */
  const beginningOf = (name: string): number => {
    const ago = Date.now() - functions.configuredAt(name);
    return Math.min(now(), Math.max(startedAt, now() - ago));
  };

  /** Until when the function has been called; the clock set back begins now. */
  const progressOf = (name: string, { cron }: Timer): Progress => {
    const known = progress.get(name);
    if (known?.cron === cron && known.at <= now()) return known;
    const row = known ?? select.get(name);
    if (row?.cron !== cron) return moveOn(name, cron, beginningOf(name));
    const at = Number(row.at);
    if (at > now()) return moveOn(name, cron, now());
    const found = { cron, at, next: nextRun(cron, at) };
    progress.set(name, found);
    return found;
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

  const run = async (name: string, timer: Timer, due: number): Promise<void> => {
    const begunAt = now();
    try {
      await call(name, timer.name, due);
      // The process may be gone meanwhile, and with it whoever would count the run.
      if (!isClosed) moveOn(name, timer.cron, begunAt);
    } catch (error) {
      complain(name, error);
    } finally {
      running.delete(name);
    }
  };

  /** One function's fault is its own: what is wrong with it is in its log, and the others are looked at. */
  const timerOf = (name: string): Timer | undefined => {
    try {
      const { timer } = functions.configOf(name);
      said.delete(name);
      if (timer) progressOf(name, timer);
      return timer;
    } catch (error) {
      complain(name, error);
      return undefined;
    }
  };

  /** Begins what is due. @returns the run in progress, of which there is one at most */
  const begin = async (name: string): Promise<void> => {
    if (!running.has(name)) {
      const timer = timerOf(name);
      const next = timer && progress.get(name)?.next;
      if (!timer) progress.delete(name);
      else if (next !== undefined && next <= now()) running.set(name, run(name, timer, next));
    }
    await running.get(name);
  };

  const names = (): string[] => {
    try {
      return isClosed ? [] : functions.names();
    } catch (error) {
      complain('', error);
      return [];
    }
  };

  const tick = (): void => {
    if (isClosed) return;
    const present = names();
    for (const name of present) void begin(name);
    const nexts = present.flatMap((name) => (running.has(name) ? [] : (progress.get(name)?.next ?? [])));
    const wait = Math.min(LOOK_MS, Math.max(0, Math.min(...nexts) - now()));
    sleep = setTimeout(tick, wait);
  };

  tick();
  return {
    notice: () => {
      for (const name of names()) timerOf(name);
    },
    look: async () => {
      await Promise.all(
        names().map(async (name) => {
          // What became due during a run is not covered by it.
          await running.get(name);
          await begin(name);
        }),
      );
    },
    close: () => {
      isClosed = true;
      clearTimeout(sleep);
    },
  };
};
