import { DomainError, type ErrorCode, type ErrorDetails } from '../domain/errors';
import { labelOf } from '../domain/field-labels';
import type { Api } from '../../typings/api';
import type { Envelope } from '../../cloudfunctions/_shared/serve';
import { showEntry } from '../platform/navigation';

type Contract = {
  readonly input: { readonly '~types'?: { input: unknown } | undefined };
  readonly run: unknown;
};
type ActionOf<F extends keyof Api, A extends keyof Api[F]> = Extract<Api[F][A], Contract>;

/** What an action takes, as its schema on the server says. */
export type Input<F extends keyof Api, A extends keyof Api[F]> = NonNullable<
  ActionOf<F, A>['input']['~types']
>['input'];

/** What an action answers with. */
export type Output<F extends keyof Api, A extends keyof Api[F]> = ActionOf<F, A>['run'] extends (
  ...args: never[]
) => Promise<infer Data>
  ? Data
  : never;

/** The service's bound on the data of one call (wx.cloud.callFunction, 请求大小). */
const MAX_REQUEST_BYTES = 100 * 1024;

const utf8Length = (text: string): number => encodeURIComponent(text).replace(/%../g, '_').length;

/** The field that holds the longest text: the one to shorten. */
const longestField = (value: unknown): { field: string; length: number } => {
  let longest = { field: '', length: 0 };
  const visit = (node: unknown, field: string): void => {
    if (typeof node === 'string') {
      if (node.length > longest.length) longest = { field, length: node.length };
    } else if (Array.isArray(node)) {
      for (const item of node) visit(item, field);
    } else if (typeof node === 'object' && node !== null) {
      for (const [key, child] of Object.entries(node)) visit(child, key);
    }
  };
  visit(value, '');
  return longest;
};

const tooLarge = (data: unknown): DomainError =>
  new DomainError('request.tooLarge', { field: labelOf(longestField(data).field) });

const requireSendable = (data: unknown): void => {
  if (utf8Length(JSON.stringify(data)) > MAX_REQUEST_BYTES) throw tooLarge(data);
};

const isEnvelope = (value: unknown): value is Envelope<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { ok?: unknown }).ok === 'boolean';

/** wx errCodes (微信云开发错误码): what was refused before it ran, and what broke off while it ran. */
const TOO_LARGE = -501023;
const QUOTA_ERRORS: readonly unknown[] = [-501003, -501004];
const BROKEN_OFF: readonly unknown[] = [-504002, -504003, -504004, -404011, -404012, -604001];

/** A failure of the way there, or of the function itself: no answer of ours. */
const transportError = (error: unknown, data: unknown): DomainError => {
  const { errCode } = error as { errCode?: unknown };
  if (errCode === TOO_LARGE) return tooLarge(data);
  if (QUOTA_ERRORS.includes(errCode)) return new DomainError('service.busy');
  return new DomainError(BROKEN_OFF.includes(errCode) ? 'service.noAnswer' : 'network.unavailable');
};

/**
 * Calls one action of one cloud function: the only wx.cloud.callFunction of the product.
 * @throws DomainError the server's refusal, or network.unavailable / request.tooLarge of our own
 */
export const call = async <F extends keyof Api & string, A extends keyof Api[F] & string>(
  name: F,
  action: A,
  data: Input<F, A>,
): Promise<Output<F, A>> => {
  requireSendable(data);
  let result: unknown;
  try {
    ({ result } = await wx.cloud.callFunction({ name, data: { action, data } }));
  } catch (error) {
    throw transportError(error, data);
  }
  // A captive portal's page is not an answer of ours.
  if (!isEnvelope(result)) throw new DomainError('network.unavailable');
  if (result.ok) return result.data as Output<F, A>;
  const { code, details } = result.error as { code: ErrorCode; details: ErrorDetails };
  if (code === 'auth.notEntered') showEntry();
  throw new DomainError(code, details);
};
