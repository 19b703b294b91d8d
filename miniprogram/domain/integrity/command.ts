import { DomainError } from '../errors';
import { canonicalJson } from './canonical-json';
import type { ChainedEvent, Sha256 } from './event-chain';

/** What makes a retry harmless: who sent which command under which id. */
export interface CommandStamp {
  readonly requestId: string;
  readonly commandHash: string;
}

/** @param action what the command does, e.g. inspection.approve: one id for two actions is a reuse, whatever the body */
export const stampCommand = (
  action: string,
  command: { readonly requestId: string },
  sha256: Sha256,
): CommandStamp => ({
  requestId: command.requestId,
  commandHash: sha256(canonicalJson({ action, command })),
});

/**
 * The `_id` of the record a command makes: the same person and requestId always give the same one,
 * another person's requestId never does, so a retry cannot make a second record nor show a foreign one.
 * @returns 32 hex digits
 */
export const recordIdOf = (kind: string, personId: string, requestId: string, sha256: Sha256): string =>
  sha256(`${kind}:${personId}:${requestId}`).slice(0, 32);

/**
 * The event this very command left on an earlier try, if any.
 * @throws DomainError command.reused when the person used the id for another body
 */
export const findRepeat = (
  events: readonly ChainedEvent[],
  personId: string,
  stamp: CommandStamp,
): ChainedEvent | undefined => {
  const earlier = events.find(
    (event) => event.requestId === stamp.requestId && event.by.personId === personId,
  );
  if (earlier && earlier.commandHash !== stamp.commandHash) throw new DomainError('command.reused');
  return earlier;
};
