/** A child process of the pool: loads one function and runs what the parent orders, one after the other. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import type { Order } from './invocation';
import { lineReader } from './lines';
import type { Message } from './messages';
import { installOwnEnvironment } from './own-environment';
import { installOwnOutput } from './own-output';
import { installShiftedDate } from './shifted-date';
import { startWatchdog } from './watchdog';

/** Where parent and child talk; not Node's own channel, of which the function would find process.send. */
const CHANNEL = 3;
const MOST_BYTES = 64 * 1024 * 1024;
/** A connection just used is put away by turns of the loop: so many are waited for before it counts as in use. */
const TURNS_TO_REST = 5;
/** How long the last words of a crash may take. */
const LAST_WORDS_MS = 500;

type Main = (event: unknown, context: unknown) => unknown;

/** An order, also after its answer: what goes on behind it still belongs to it. */
interface Invocation {
  readonly id: number;
  readonly environment: Record<string, string | undefined>;
  hasEnded: boolean;
}

const load = createRequire(__filename);
const emptyBytes = process.memoryUsage.rss();
const channel = new Socket({ fd: CHANNEL, readable: true, writable: true });
const shiftClock = installShiftedDate();
const invocations = new AsyncLocalStorage<Invocation>();
/** What the function finds in every invocation; its code may add to it while it is loaded. */
const common = { ...process.env };
let current: Invocation = { id: 0, environment: common, hasEnded: true };
let isLoading = false;
/** Something failed behind an answer: this process is not to be used again. */
let isTainted = false;

const mine = (): Invocation => invocations.getStore() ?? current;

const send = (message: Message, sent?: () => void): void => {
  channel.write(`${JSON.stringify(message)}\n`, sent);
};

installOwnEnvironment(() => (isLoading ? common : mine().environment));
installOwnOutput((level, text) => send({ id: mine().id, kind: 'log', level, text }));

const wordsOf = (error: unknown): { message: string; stack: string } => {
  const failure = error instanceof Error ? error : new Error(String(error));
  return { message: failure.message, stack: failure.stack ?? '' };
};

// Also for rejections nobody took: Node raises them as exceptions.
process.on('uncaughtException', (error) => {
  const { id, hasEnded } = mine();
  if (hasEnded && id > 0) {
    isTainted = true;
    send({ id, kind: 'log', level: 'error', text: wordsOf(error).stack });
    return;
  }
  const leave = (): never => process.exit(1);
  send({ id, kind: 'crashed', ...wordsOf(error) }, leave);
  setTimeout(leave, LAST_WORDS_MS);
});

let main: Main | undefined;

const loadMain = ({ id, bundle }: Order): Main => {
  if (main) return main;
  isLoading = true;
  try {
    const exported = load(bundle) as { main?: unknown };
    if (typeof exported.main !== 'function') throw new Error('the function exports no main');
    main = exported.main as Main;
  } finally {
    isLoading = false;
  }
  send({ id, kind: 'loaded', emptyBytes });
  return main;
};

/** What keeps the loop alive, by kinds: timers, requests, connections in use; not the idle ones the SDKs keep. */
const activity = (): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
};

const isAtRest = (before: ReadonlyMap<string, number>): boolean =>
  [...activity()].every(([kind, count]) => count <= (before.get(kind) ?? 0));

/** Whether nothing is left of the invocation but its answer. On the service the process would stand still with it. */
const comesToRest = async (before: ReadonlyMap<string, number>): Promise<boolean> => {
  for (let turn = 0; turn < TURNS_TO_REST && !isAtRest(before); turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  return isAtRest(before);
};

const perform = async (order: Order, invocation: Invocation): Promise<void> => {
  const { id } = order;
  let before = activity();
  let outcome: { kind: 'answered'; text: string } | { kind: 'threw'; message: string; stack: string };
  try {
    const work = loadMain(order);
    before = activity();
    const result: unknown = await work(JSON.parse(order.event), order.context);
    outcome = { kind: 'answered', text: (JSON.stringify(result) as string | undefined) ?? 'null' };
  } catch (error) {
    outcome = { kind: 'threw', ...wordsOf(error) };
  }
  // Without a turn of the loop where there is nothing to wait for: most functions do nothing behind their answer.
  const isClean = isAtRest(before) || (await comesToRest(before));
  invocation.hasEnded = true;
  send({ id, ...outcome, isClean: isClean && !isTainted });
};

const begin = (line: string): void => {
  const order = JSON.parse(line) as Order;
  current = { id: order.id, environment: { ...common, ...order.environment }, hasEnded: false };
  shiftClock(order.clockOffsetMs);
  void invocations.run(current, perform, order, current);
};

channel.on('data', lineReader(MOST_BYTES, begin));
// Whoever started this is gone: nobody waits for an answer.
channel.on('error', () => process.exit(0));
channel.on('close', () => process.exit(0));
// The terminal's Ctrl-C reaches the whole group; the parent ends its children when their work is done.
process.on('SIGINT', () => undefined);
startWatchdog(Number(process.argv[2]));
