import type { Environment } from '../../gateway/action';
import type { Running } from '../../functions/functions';

export type Parameters = Readonly<Record<string, unknown>>;

/** WeChat's answer: JSON with its error code (0 for none), or a picture. */
export type Answer =
  | { readonly errcode: number; readonly errmsg: string; readonly [field: string]: unknown }
  | { readonly picture: Buffer };

/** One interface of WeChat's server, doubled: the arguments are checked against its documented limits. */
export type Api = (
  environment: Environment,
  parameters: Parameters,
  running: Running,
) => Answer | Promise<Answer>;

export const refuse = (errcode: number, errmsg: string): Answer => ({ errcode, errmsg });
