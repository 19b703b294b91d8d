import type { LogLevel } from './invocation';

/** A line a function wrote, or what became of it. */
export interface LogLine {
  /** The invocation it belongs to; the same id the page was given. Empty for what concerns the function itself. */
  readonly requestId: string;
  readonly name: string;
  readonly level: LogLevel;
  readonly text: string;
  /** Milliseconds since 1970, by the environment's clock. */
  readonly at: number;
}

const KEPT = 2000;
/** Longer lines are cut: two thousand of them stay in memory. */
const MOST_CHARACTERS = 8 * 1024;

const cut = (text: string): string =>
  text.length <= MOST_CHARACTERS
    ? text
    : `${text.slice(0, MOST_CHARACTERS)}…（其余 ${text.length - MOST_CHARACTERS} 字未记）`;

/** The last lines, for the panel and tests; each is printed too. */
export interface Logs {
  write(line: LogLine): void;
  of(requestId: string): readonly LogLine[];
  latest(limit: number): readonly LogLine[];
}

export const createLogs = (print: (line: string, level: LogLine['level']) => void): Logs => {
  const lines: LogLine[] = [];
  return {
    write: (written) => {
      const line = { ...written, text: cut(written.text) };
      lines.push(line);
      if (lines.length > KEPT) lines.shift();
      print(`[${line.requestId} ${line.name}] ${line.text}`, line.level);
    },
    of: (requestId) => lines.filter((line) => line.requestId === requestId),
    latest: (limit) => lines.slice(-limit),
  };
};
