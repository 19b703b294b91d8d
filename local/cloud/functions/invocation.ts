/** Who called a function, as WeChat vouches for it; empty for a timer or the administration. */
export interface Caller {
  readonly openid: string;
  readonly appid: string;
  readonly source: 'wx_client' | 'wx_trigger' | 'wx_http' | '';
}

/** What the parent sends a child: one invocation at a time. */
export interface Order {
  readonly id: number;
  readonly bundle: string;
  readonly event: unknown;
  readonly environment: Readonly<Record<string, string>>;
  readonly context: Readonly<Record<string, string | number>>;
}

/** What the child says: that the code is loaded and runs, then how it ended. */
export type Outcome =
  | { readonly id: number; readonly ok: 'running' }
  | { readonly id: number; readonly ok: true; readonly text: string }
  | { readonly id: number; readonly ok: false; readonly message: string; readonly stack: string };
