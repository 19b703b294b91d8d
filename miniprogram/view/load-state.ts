import { DomainError, type ErrorCode } from '../domain/errors';

export type LoadState = 'loading' | 'ready' | 'empty' | 'error' | 'offline' | 'denied' | 'unopened';

/** A page of one record was opened without saying which. @throws DomainError record.notNamed */
export const requireNamed = (id: string): void => {
  if (id === '') throw new DomainError('record.notNamed');
};

/** What a code or a number named does not open, and will not when it is tried again. */
const UNOPENED: readonly ErrorCode[] = [
  'project.codeUnknown',
  'project.codeAltered',
  'project.codeOfEntry',
  'project.notFound',
];
const DENIED: readonly ErrorCode[] = ['access.denied', 'record.notVisible', 'auth.noPostInForce'];

/** Which face a page shows for what was thrown. */
const stateOf = (error: unknown): LoadState => {
  if (!(error instanceof DomainError)) return 'error';
  if (error.code === 'network.unavailable') return 'offline';
  if (UNOPENED.includes(error.code)) return 'unopened';
  return DENIED.includes(error.code) ? 'denied' : 'error';
};

/** Of a broken way there is other news for who reads than for who submits: nothing was filled in, nothing begun. */
const BROKEN: Readonly<Partial<Record<ErrorCode, readonly [why: string, then: string]>>> = {
  'network.unavailable': ['网络不可用', '请检查网络后重试'],
  'service.busy': ['使用的人较多', '请稍后重试'],
  'service.noAnswer': ['服务没有应答', '请稍后重试'],
  'service.failed': ['系统出现故障', '请稍后重试'],
};

const brokenOf = (error: unknown): readonly [why: string, then: string] | undefined => {
  if (error instanceof DomainError) return BROKEN[error.code];
  console.error(error);
  return BROKEN['service.failed'];
};

/** Why something could not be read, in one sentence. */
export const readSentence = (error: unknown): string =>
  brokenOf(error)?.join('，') ?? (error as DomainError).message;

/** What the face says below its title, which says already that there is no network, or nothing to see. */
const faceWords = (error: unknown, state: LoadState): string => {
  if (state === 'offline') return BROKEN['network.unavailable']?.[1] ?? '';
  const isSaid = error instanceof DomainError && error.code === 'record.notVisible';
  return isSaid ? '' : readSentence(error);
};

/**
 * What a page shows when it could not be read. What was read before stays in sight when only the way is broken; what
 * may not be seen any more goes.
 * @param hasContent whether something that was read before is on the screen
 */
export const failedRead = (
  error: unknown,
  hasContent: boolean,
): { readonly message: string; readonly state?: LoadState } => {
  const state = stateOf(error);
  const broken = hasContent && state !== 'denied' && state !== 'unopened' ? brokenOf(error) : undefined;
  if (broken) return { message: `${broken[0]}，显示的是上次取到的内容` };
  return { state, message: faceWords(error, state) };
};
