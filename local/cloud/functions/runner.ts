/** A child process of the pool: loads one function and runs what the parent orders, one after the other. */
import { createRequire } from 'node:module';
import { format } from 'node:util';
import type { Message, Order } from './invocation';
import { installShiftedDate } from './shifted-date';

const load = createRequire(__filename);
const shiftClock = installShiftedDate();

type Main = (event: unknown, context: unknown) => unknown;

const send = (message: Message): void => {
  process.send?.(message);
};

/** getWXContext reads process.env: what the last invocation set must not be seen by the next. */
let last: Readonly<Record<string, string>> = {};
let currentId = 0;

/** Only what differs is written: each write goes down to the C library. */
const setEnvironment = (environment: Readonly<Record<string, string>>): void => {
  for (const key of Object.keys(last)) if (!(key in environment)) Reflect.deleteProperty(process.env, key);
  for (const [key, value] of Object.entries(environment))
    if (process.env[key] !== value) process.env[key] = value;
  last = environment;
};

// A line reaches the parent before the answer that it comes before, and with its invocation.
for (const [method, level] of [
  ['log', 'info'],
  ['info', 'info'],
  ['debug', 'info'],
  ['warn', 'error'],
  ['error', 'error'],
] as const) {
  console[method] = (...values: unknown[]) =>
    send({ id: currentId, kind: 'log', level, text: format(...values) });
}

let main: Main | undefined;

const loadMain = ({ id, bundle }: Order): Main => {
  if (main) return main;
  const exported = load(bundle) as { main?: unknown };
  if (typeof exported.main !== 'function') throw new Error('the function exports no main');
  main = exported.main as Main;
  send({ id, kind: 'loaded' });
  return main;
};

const perform = async (order: Order): Promise<void> => {
  const { id } = order;
  currentId = id;
  setEnvironment(order.environment);
  shiftClock(order.clockOffsetMs);
  try {
    const result: unknown = await loadMain(order)(JSON.parse(order.event), order.context);
    send({ id, kind: 'answered', text: (JSON.stringify(result) as string | undefined) ?? 'null' });
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    send({ id, kind: 'threw', message: failure.message, stack: failure.stack ?? '' });
  }
};

process.on('message', (order: Order) => void perform(order));
// Whoever started this is gone: nobody waits for an answer.
process.on('disconnect', () => process.exit(0));
// The terminal's Ctrl-C reaches the whole group; the parent ends its children when their work is done.
process.on('SIGINT', () => undefined);
