import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { WireError } from '../gateway/errors';
import type { Caller } from './invocation';
import { createPool } from './pool';
import { WaveCounter } from './waves';
import { FunctionFailure } from './worker';

/** The service's default when cloudbaserc says nothing, in seconds. */
const DEFAULT_TIMEOUT_S = 20;
const REMEMBERED_INVOCATIONS = 500;
const NAME = /^[a-zA-Z][\w-]{0,59}$/;

/** What the gateway remembers of an invocation, for tests and the panel. */
export interface InvocationReport {
  readonly requestId: string;
  readonly name: string;
  readonly calls: number;
  readonly waves: number;
}

export interface Functions {
  /** @returns what the function answered, as JSON text. @throws WireError FUNCTION_NOT_FOUND and the like */
  invoke(name: string, event: unknown, caller: Caller): Promise<{ requestId: string; text: string }>;
  /** Who is behind a request that a running function made. */
  callerOf(token: string): { caller: Caller; waves: WaveCounter } | undefined;
  reportOf(requestId: string): InvocationReport | undefined;
  close(): Promise<void>;
}

const FAILURE_CODES = {
  timeout: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  crash: 'FUNCTIONS_EXECUTE_FAIL',
  threw: 'FUNCTIONS_EXECUTE_FAIL',
} as const;

export const createFunctions = (options: {
  readonly env: string;
  readonly functionsDir: string;
  readonly runnerPath: string;
  readonly poolSize: number;
  /** What every function finds in its environment. */
  readonly environment: () => Readonly<Record<string, string>>;
}): Functions => {
  const pool = createPool({
    size: options.poolSize,
    runnerPath: options.runnerPath,
    environment: options.environment,
  });
  const running = new Map<string, { caller: Caller; waves: WaveCounter }>();
  const reports = new Map<string, InvocationReport>();
  let nextId = 1;

  const bundleOf = (name: string): string => {
    const bundle = path.join(options.functionsDir, name, 'index.js');
    if (!NAME.test(name) || !existsSync(bundle)) {
      throw new WireError('FUNCTIONS_FUNCTION_NOT_FOUND', `FunctionName ${name} not found`);
    }
    return bundle;
  };

  const timeoutOf = (name: string): number => {
    const config = path.join(options.functionsDir, name, 'config.json');
    if (!existsSync(config)) return DEFAULT_TIMEOUT_S;
    const { timeout } = JSON.parse(readFileSync(config, 'utf8')) as { timeout?: unknown };
    return typeof timeout === 'number' ? timeout : DEFAULT_TIMEOUT_S;
  };

  const remember = (report: InvocationReport): void => {
    reports.set(report.requestId, report);
    const [oldest] = reports.keys();
    if (reports.size > REMEMBERED_INVOCATIONS && oldest !== undefined) reports.delete(oldest);
  };

  return {
    callerOf: (token) => running.get(token),
    reportOf: (requestId) => reports.get(requestId),
    close: () => pool.close(),
    invoke: async (name, event, caller) => {
      const bundle = bundleOf(name);
      const requestId = randomUUID();
      const token = randomBytes(16).toString('hex');
      const waves = new WaveCounter();
      running.set(token, { caller, waves });
      const environment = {
        WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_CLIENTIP,WX_API_TOKEN',
        WX_OPENID: caller.openid,
        WX_APPID: caller.appid,
        WX_CLIENTIP: '127.0.0.1',
        WX_API_TOKEN: token,
        TCB_SOURCE: caller.source,
        TCB_SEQID: requestId,
      };
      const context = { request_id: requestId, function_name: name, namespace: options.env };
      try {
        const order = { id: nextId++, bundle, event, environment, context };
        return { requestId, text: await pool.run(order, timeoutOf(name) * 1000) };
      } catch (error) {
        if (!(error instanceof FunctionFailure)) throw error;
        console.error(`[${name}] ${error.stack ?? error.message}`);
        throw new WireError(FAILURE_CODES[error.reason], error.message);
      } finally {
        running.delete(token);
        remember({ requestId, name, calls: waves.calls, waves: waves.waves });
      }
    },
  };
};
