/** A child process of the pool: loads function bundles and runs what the parent orders, one after the other. */
import { createRequire } from 'node:module';
import type { Order, Outcome } from './invocation';

const load = createRequire(__filename);

type Main = (event: unknown, context: unknown) => unknown;

/** getWXContext reads process.env: what the last invocation set must not be seen by the next. */
let lastKeys: readonly string[] = [];

const setEnvironment = (environment: Readonly<Record<string, string>>): void => {
  for (const key of lastKeys) Reflect.deleteProperty(process.env, key);
  Object.assign(process.env, environment);
  lastKeys = Object.keys(environment);
};

const loadMain = (bundle: string): Main => {
  const { main } = load(bundle) as { main?: unknown };
  if (typeof main !== 'function') throw new Error(`${bundle} exports no main`);
  return main as Main;
};

const perform = async ({ id, bundle, event, environment, context }: Order): Promise<Outcome> => {
  setEnvironment(environment);
  try {
    const main = loadMain(bundle);
    process.send?.({ id, ok: 'running' } satisfies Outcome);
    const result: unknown = await main(event, context);
    return { id, ok: true, text: result === undefined ? 'null' : JSON.stringify(result) };
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    return { id, ok: false, message: failure.message, stack: failure.stack ?? '' };
  }
};

process.on('message', (order: Order) => {
  void perform(order).then((outcome) => process.send?.(outcome));
});
// Whoever started this is gone: nobody waits for an answer.
process.on('disconnect', () => process.exit(0));
// The terminal's Ctrl-C reaches the whole group; the parent ends its children when their work is done.
process.on('SIGINT', () => undefined);
