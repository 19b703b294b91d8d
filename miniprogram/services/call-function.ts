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

/** The service's bound on the data of one call (platform facts 3.1). */
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

const requireSendable = (event: { readonly data: unknown }): void => {
  if (utf8Length(JSON.stringify(event)) > MAX_REQUEST_BYTES) throw tooLarge(event.data);
};

const isEnvelope = (value: unknown): value is Envelope<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { ok?: unknown }).ok === 'boolean';

/** wx.cloud's errCodes that are not the network's (platform facts 3.1 and the service's error table). */
const ERRORS: Readonly<Record<number, ErrorCode>> = {
  [-501003]: 'service.busy',
  [-501004]: 'service.busy',
  [-501023]: 'request.tooLarge',
  // The function crashed, ran out of time or memory, or its result was lost: it may have written before.
  [-504002]: 'service.unanswered',
  [-504003]: 'service.unanswered',
  [-504004]: 'service.unanswered',
  [-404010]: 'service.unanswered',
  [-404011]: 'service.unanswered',
  [-404012]: 'service.unanswered',
};

/** A failure of the way there, not an answer. */
const transportError = (error: unknown, data: unknown): DomainError => {
  const code = ERRORS[Number((error as { errCode?: unknown }).errCode)] ?? 'network.unavailable';
  return code === 'request.tooLarge' ? tooLarge(data) : new DomainError(code);
};

/**
 * Calls one action of one cloud function: the only wx.cloud.callFunction of the product.
 * @throws DomainError the server's refusal; request.tooLarge; network.unavailable, service.busy or service.unanswered
 *   when no answer came (isUnanswered)
 */
export const call = async <F extends keyof Api & string, A extends keyof Api[F] & string>(
  name: F,
  action: A,
  data: Input<F, A>,
): Promise<Output<F, A>> => {
  const event = { action, data };
  requireSendable(event);
  let result: unknown;
  try {
    ({ result } = await wx.cloud.callFunction({ name, data: event }));
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
