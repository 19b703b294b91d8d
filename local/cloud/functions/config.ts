import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { requireCron } from './cron';

/**
 * The service's bounds, and what a function has that says nothing: 256 MB is the service's default (云函数, 基础配置);
 * 20 s is what cloudbaserc.json deploys every function with, where the service would give 3 s. 60 s is the most that
 * the console of a mini program takes.
 */
const DEFAULT_TIMEOUT_S = 20;
const MAX_TIMEOUT_S = 60;
const DEFAULT_MEMORY_MB = 256;
const MIN_MEMORY_MB = 64;
const MAX_MEMORY_MB = 3072;
/** 定时触发器, 字段规则. */
const TRIGGER_NAME = /^[A-Za-z][\w-]{0,59}$/;
/** 配额限制说明 of the service behind it: 每个命名空间下函数个数. */
const MAX_FUNCTIONS = 50;

export interface Timer {
  readonly name: string;
  /** Seven fields: second minute hour day month weekday year, in UTC+8. */
  readonly cron: string;
}

/** What a function's config.json says. */
export interface FunctionConfig {
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly openapi: readonly string[];
  readonly timer: Timer | undefined;
}

interface Written {
  readonly timeout?: unknown;
  readonly memorySize?: unknown;
  readonly permissions?: { readonly openapi?: unknown };
  readonly triggers?: readonly {
    readonly name?: unknown;
    readonly type?: unknown;
    readonly config?: unknown;
  }[];
}

const within = (value: unknown, least: number, most: number, standard: number, what: string): number => {
  if (value === undefined) return standard;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`${what} 应为 ${least} 至 ${most} 的整数，现为 ${JSON.stringify(value)}`);
};

const timerOf = (triggers: Written['triggers']): Timer | undefined => {
  const [trigger, ...others] = triggers ?? [];
  if (!trigger) return undefined;
  if (others.length > 0) throw new Error('config.json 只能有一个定时触发器');
  const { name, type, config } = trigger;
  if (type !== 'timer' || typeof name !== 'string' || typeof config !== 'string') {
    throw new Error('触发器应有 name、type（timer）和 config');
  }
  if (!TRIGGER_NAME.test(name)) {
    throw new Error(`触发器名称以字母开头，只用字母、数字、- 和 _，不超过 60 个字符，现为 ${name}`);
  }
  requireCron(config);
  return { name, cron: config };
};

const parse = (written: Written): FunctionConfig => {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    throw new Error('应为一个对象 { … }');
  }
  if (!Array.isArray(written.triggers ?? [])) throw new Error('triggers 应为列表');
  const openapi = written.permissions?.openapi ?? [];
  if (!Array.isArray(openapi)) throw new Error('permissions.openapi 应为列表');
  return {
    timeoutMs: within(written.timeout, 1, MAX_TIMEOUT_S, DEFAULT_TIMEOUT_S, 'timeout（秒）') * 1000,
    memoryMb: within(written.memorySize, MIN_MEMORY_MB, MAX_MEMORY_MB, DEFAULT_MEMORY_MB, 'memorySize（MB）'),
    openapi: openapi.map(String),
    timer: timerOf(written.triggers),
  };
};

/** @throws Error in Chinese, with the function's name, for a config.json the service would not take */
export const readConfig = (functionsDir: string, name: string): FunctionConfig => {
  const file = path.join(functionsDir, name, 'config.json');
  try {
    return parse(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Written) : {});
  } catch (error) {
    throw new Error(`云函数 ${name} 的 config.json：${(error as Error).message}`);
  }
};

/** @throws Error in Chinese for more functions than an environment may have */
export const requireFew = (names: readonly string[]): void => {
  if (names.length > MAX_FUNCTIONS) {
    throw new Error(`一个环境最多 ${MAX_FUNCTIONS} 个云函数，现有 ${names.length} 个`);
  }
};

/** When a file last changed; 0 when it is not there. */
export const changedAt = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
