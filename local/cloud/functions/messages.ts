import type { LogLevel } from './invocation';

/**
 * What a child says of the order `id`: that the code is loaded, what it wrote, then how it ended. `isClean`: nothing
 * of the invocation goes on behind its answer.
 */
export type Message =
  | { readonly id: number; readonly kind: 'loaded'; readonly emptyBytes: number }
  | { readonly id: number; readonly kind: 'log'; readonly level: LogLevel; readonly text: string }
  | { readonly id: number; readonly kind: 'answered'; readonly text: string; readonly isClean: boolean }
  | {
      readonly id: number;
      readonly kind: 'threw';
      readonly message: string;
      readonly stack: string;
      readonly isClean: boolean;
    }
  | { readonly id: number; readonly kind: 'crashed'; readonly message: string; readonly stack: string };

type Field = 'text' | 'boolean' | 'number' | 'level';

const IS: Readonly<Record<Field, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  level: (value) => value === 'info' || value === 'error',
};

const FIELDS: Readonly<Record<Message['kind'], Readonly<Record<string, Field>>>> = {
  loaded: { emptyBytes: 'number' },
  log: { level: 'level', text: 'text' },
  answered: { text: 'text', isClean: 'boolean' },
  threw: { message: 'text', stack: 'text', isClean: 'boolean' },
  crashed: { message: 'text', stack: 'text' },
};

const isMessage = (value: unknown): value is Message => {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  const kind = String(fields['kind']);
  return (
    Number.isInteger(fields['id']) &&
    Object.hasOwn(FIELDS, kind) &&
    Object.entries(FIELDS[kind as Message['kind']]).every(([name, field]) => IS[field](fields[name]))
  );
};

/** A line of a child as a message; undefined for what no runner says: a function can write there too. */
export const messageOf = (line: string): Message | undefined => {
  try {
    const value: unknown = JSON.parse(line);
    return isMessage(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
