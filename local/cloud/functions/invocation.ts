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

/** What the child says: that the code is loaded, what it wrote, then how it ended. */
export type Message =
  | { readonly id: number; readonly kind: 'loaded' }
  | { readonly id: number; readonly kind: 'log'; readonly level: 'info' | 'error'; readonly text: string }
  | { readonly id: number; readonly kind: 'answered'; readonly text: string }
  | { readonly id: number; readonly kind: 'threw'; readonly message: string; readonly stack: string };
