import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { WireError } from '../gateway/errors';
import { changedAt, readConfig, type FunctionConfig } from './config';
import { FunctionFailure, type FailureReason } from './failure';
import type { Caller } from './invocation';
import type { Logs } from './logs';
import { createPool, type Limits, type Seat } from './pool';
import type { Processes } from './processes';
import { WaveCounter } from './waves';
import { startWorker, type Worker } from './worker';

const REMEMBERED_INVOCATIONS = 500;
const NAME = /^[a-zA-Z][\w-]{0,59}$/;
/** A function that calls itself without end is stopped here. */
const MAX_DEPTH = 10;
/** How often the folder is looked at for changed code. */
const LOOK_MS = 100;
/** A call whose process was gone before it began is made again, so often. */
const ATTEMPTS = 3;

/** What the gateway remembers of an invocation, for tests and the panel. */
export interface InvocationReport {
  readonly requestId: string;
  readonly name: string;
  readonly calls: number;
  readonly waves: number;
}

/** An invocation under way, as its own requests to the gateway name it. */
export interface Running {
  readonly requestId: string;
  readonly name: string;
  readonly caller: Caller;
  readonly config: FunctionConfig;
  readonly waves: WaveCounter;
  readonly clockOffsetMs: number;
  readonly depth: number;
  readonly whileWaiting: Seat['whileWaiting'];
}

/** A call that failed carries its request's id, as one that answered does. */
export class InvocationError extends WireError {
  readonly requestId: string;

  constructor(code: string, message: string, requestId: string) {
    super(code, message);
    this.requestId = requestId;
  }
}

export interface Functions {
  readonly names: () => string[];
  /** @throws Error in Chinese for a config.json the service would not take */
  readonly configOf: (name: string) => FunctionConfig;
  /** When its config.json was written, in milliseconds since 1970 by the machine's clock; 0 when it has none. */
  readonly configuredAt: (name: string) => number;
  /**
   * @param event JSON
   * @param from the function that calls, when one does
   * @returns what the function answered, as JSON text
   * @throws InvocationError FUNCTIONS_EXECUTE_FAIL, FUNCTIONS_FUNCTION_NOT_FOUND and the like
   */
  invoke(
    name: string,
    event: string,
    caller: Caller,
    from?: Running,
  ): Promise<{ requestId: string; text: string }>;
  /** Who is behind a request that a running function made. */
  runningOf(token: unknown): Running | undefined;
  reportOf(requestId: string): InvocationReport | undefined;
  close(): Promise<void>;
}

const FAILURE_CODES: Readonly<Record<FailureReason, string>> = {
  timeout: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  memory: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
  crash: 'FUNCTIONS_EXECUTE_FAIL',
  threw: 'FUNCTIONS_EXECUTE_FAIL',
  deep: 'FUNCTIONS_EXECUTE_FAIL',
  lost: 'FUNCTIONS_EXECUTE_FAIL',
  busy: 'EXCEED_CONCURRENT_REQUEST_LIMIT',
};

/** What getWXContext reads; a timer has no openid. */
const contextOf = (caller: Caller, token: string, requestId: string): Record<string, string> => {
  const call = { WX_API_TOKEN: token, TCB_SOURCE: caller.source, TCB_SEQID: requestId };
  if (!caller.openid) return { ...call, WX_CONTEXT_KEYS: 'WX_API_TOKEN' };
  return {
    ...call,
    WX_OPENID: caller.openid,
    WX_APPID: caller.appid,
    WX_CLIENTIP: '127.0.0.1',
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_CLIENTIP,WX_API_TOKEN',
  };
};

/** A function as it stands on disk. */
interface Deployed {
  readonly version: string;
  readonly config: FunctionConfig;
}

interface Call {
  readonly name: string;
  readonly event: string;
  readonly caller: Caller;
  readonly requestId: string;
  readonly depth: number;
}

export const createFunctions = (options: {
  readonly env: string;
  readonly functionsDir: string;
  readonly runnerPath: string;
  readonly limits: Limits;
  /** What every function finds in its environment. */
  readonly environment: () => Readonly<Record<string, string>>;
  readonly clockOffsetMs: () => number;
  readonly now: () => number;
  readonly logs: Logs;
  readonly processes: Processes;
}): Functions => {
  const { functionsDir, logs, now } = options;
  const pool = createPool(options.limits);
  const running = new Map<string, Running>();
  const reports = new Map<string, InvocationReport>();
  const known = new Map<string, Deployed & { lookedAt: number }>();
  let nextId = 1;

  const bundleOf = (name: string): string => path.join(functionsDir, name, 'index.js');
  const configuredAt = (name: string): number => changedAt(path.join(functionsDir, name, 'config.json'));

  /** The function as it stands on disk, looked at again every now and then. */
  const deployed = (name: string): Deployed => {
    const present = known.get(name);
    if (present && Date.now() - present.lookedAt < LOOK_MS) return present;
    const builtAt = NAME.test(name) ? changedAt(bundleOf(name)) : 0;
    if (builtAt === 0) {
      known.delete(name);
      throw new WireError('FUNCTIONS_FUNCTION_NOT_FOUND', `FunctionName ${name} not found`);
    }
    const version = `${builtAt} ${configuredAt(name)}`;
    const config = present?.version === version ? present.config : readConfig(functionsDir, name);
    const found = { lookedAt: Date.now(), version, config };
    known.set(name, found);
    return found;
  };

  const start = (bundle: string, { version, config }: Deployed): Worker => {
    const { runnerPath, processes } = options;
    const { memoryMb } = config;
    const worker = startWorker({ runnerPath, bundle, version, memoryMb, environment: options.environment() });
    const { pid } = worker;
    if (pid !== undefined) {
      processes.note(pid);
      void worker.gone.then(() => processes.forget(pid));
    }
    return worker;
  };

  const remember = (report: InvocationReport): void => {
    reports.set(report.requestId, report);
    const [oldest] = reports.keys();
    if (reports.size > REMEMBERED_INVOCATIONS && oldest !== undefined) reports.delete(oldest);
  };

  const attempt = async (call: Call): Promise<string> => {
    const { name, event, caller, requestId, depth } = call;
    const found = deployed(name);
    const bundle = bundleOf(name);
    const seat = await pool.take(
      { bundle, version: found.version, start: () => start(bundle, found) },
      depth > 1,
    );
    const { config } = found;
    const token = randomUUID();
    const waves = new WaveCounter();
    const clockOffsetMs = options.clockOffsetMs();
    const { whileWaiting } = seat;
    running.set(token, { requestId, name, caller, config, waves, clockOffsetMs, depth, whileWaiting });
    const order = {
      id: nextId++,
      bundle,
      event,
      clockOffsetMs,
      environment: contextOf(caller, token, requestId),
      context: { request_id: requestId, function_name: name, namespace: options.env },
    };
    try {
      return await seat.worker.run(order, config, (level, text) =>
        logs.write({ requestId, name, level, text, at: now() }),
      );
    } finally {
      running.delete(token);
      seat.giveBack();
      remember({ requestId, name, calls: waves.calls, waves: waves.waves });
    }
  };

  const perform = async (call: Call): Promise<string> => {
    if (call.depth > MAX_DEPTH) {
      throw new FunctionFailure('deep', `functions call each other ${call.depth} deep`);
    }
    for (let made = 1; ; made += 1) {
      try {
        return await attempt(call);
      } catch (error) {
        const isLost = error instanceof FunctionFailure && error.reason === 'lost';
        if (!isLost || made === ATTEMPTS) throw error;
      }
    }
  };

  /** What went wrong, in the function's log and with the request's id. */
  const failed = (error: unknown, { name, requestId }: Call): InvocationError => {
    const { message, stack } = error as Error;
    if (error instanceof WireError) return new InvocationError(error.code, message, requestId);
    const isFailure = error instanceof FunctionFailure;
    const text = isFailure ? (stack ?? message) : message;
    logs.write({ requestId, name, level: 'error', text, at: now() });
    const code = isFailure ? FAILURE_CODES[error.reason] : 'FUNCTIONS_EXECUTE_FAIL';
    return new InvocationError(code, message, requestId);
  };

  return {
    names: () =>
      existsSync(functionsDir)
        ? readdirSync(functionsDir).filter((name) => NAME.test(name) && changedAt(bundleOf(name)) > 0)
        : [],
    configOf: (name) => deployed(name).config,
    configuredAt,
    runningOf: (token) => (typeof token === 'string' ? running.get(token) : undefined),
    reportOf: (requestId) => reports.get(requestId),
    close: () => pool.close(),
    invoke: async (name, event, caller, from) => {
      const call = { name, event, caller, requestId: randomUUID(), depth: (from?.depth ?? 0) + 1 };
      const work = (): Promise<string> => perform(call);
      try {
        return { requestId: call.requestId, text: await (from ? from.whileWaiting(work) : work()) };
      } catch (error) {
        throw failed(error, call);
      }
    },
  };
};
