/** Who called a function, as WeChat vouches for it; without openid for a timer or the administration. */
export interface Caller {
  readonly openid: string;
  readonly appid: string;
  readonly source: 'wx_client' | 'wx_trigger' | 'wx_http' | 'wx_unknown' | '';
}

/** What the parent sends a child: one invocation at a time. */
export interface Order {
  readonly id: number;
  readonly bundle: string;
  /** JSON; parsed in the child alone. */
  readonly event: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly context: Readonly<Record<string, string | number>>;
  /** How far the environment's clock is ahead of the machine's. */
  readonly clockOffsetMs: number;
}

export type LogLevel = 'info' | 'error';
