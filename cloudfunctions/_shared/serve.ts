import { DomainError, messageOf, type ErrorCode, type ErrorDetails } from '../../miniprogram/domain/errors';
import { currentOpenid, requireActor, requirePersonId } from './actor';
import { now as serverNow } from './clock';
import type { EnteredAction, OpenAction } from './define-action';
import { parseInput } from './parse-input';

export interface Failure {
  readonly ok: false;
  readonly error: { readonly code: ErrorCode; readonly message: string; readonly details: ErrorDetails };
}
export type Envelope<Data> = { readonly ok: true; readonly data: Data } | Failure;

type Actions = Readonly<Record<string, AnyAction>>;
/** Each action keeps its own input type; the table only knows that it can be served. */
type AnyAction = Pick<EnteredAction, 'access' | 'input'> | Pick<OpenAction, 'access' | 'input'>;

const isEntered = (action: AnyAction): action is EnteredAction => action.access === 'entered';
const isOpen = (action: AnyAction): action is OpenAction => action.access === 'open';

const perform = async (action: AnyAction, input: unknown): Promise<unknown> => {
  const parsed = parseInput(action.input, input);
  const openid = currentOpenid();
  const now = serverNow();
  if (isOpen(action)) return action.run({ openid, now }, parsed);
  if (!isEntered(action)) throw new DomainError('command.unknown');
  const personId = await requirePersonId(openid);
  const [actor, loaded] = await Promise.all([requireActor(personId, now), action.load(parsed, personId)]);
  return action.run({ actor, now, loaded }, parsed);
};

const failure = (code: ErrorCode, details: ErrorDetails = {}): Failure => ({
  ok: false,
  error: { code, message: messageOf(code, details), details },
});

/**
 * A cloud function's entry: `{ action, data }` in, an envelope out, and the only place that catches.
 * A fault of ours is logged with its stack and told as service.failed, without its inside.
 */
export const serve =
  (actions: Actions) =>
  async (event: { action?: unknown; data?: unknown }): Promise<Envelope<unknown>> => {
    try {
      const name = event.action;
      const action = typeof name === 'string' && Object.hasOwn(actions, name) ? actions[name] : undefined;
      if (!action) return failure('command.unknown');
      return { ok: true, data: await perform(action, event.data) };
    } catch (error) {
      if (error instanceof DomainError) return failure(error.code, error.details);
      console.error(error);
      return failure('service.failed');
    }
  };
