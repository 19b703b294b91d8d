import type { Connection } from './sqlite/connection';

/** Milliseconds since 1970; injected, so that tests and the panel can move it. */
export type Clock = () => number;

/** The environment's clock: the machine's, moved by an offset that a restart keeps. */
export interface MovableClock {
  readonly now: Clock;
  readonly offsetMs: () => number;
  readonly move: (offsetMs: number) => void;
}

const SETTING = 'clock-offset-ms';

/** @param connection keeps the offset in its `settings` table */
export const openClock = (connection: Connection): MovableClock => {
  const row = connection.prepare('SELECT value FROM settings WHERE name = ?').get(SETTING);
  let offsetMs = Number(row?.['value'] ?? 0);
  return {
    now: () => Date.now() + offsetMs,
    offsetMs: () => offsetMs,
    move: (offset) => {
      connection
        .prepare(
          'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
        )
        .run(SETTING, String(offset));
      offsetMs = offset;
    },
  };
};
