import { canonicalJson } from './canonical-json';

/** SHA-256 of the text's UTF-8 bytes, lower-case hex; handed in, because Node and the phone have different ones. */
export type Sha256 = (text: string) => string;

/** What happened to a record, without its place in the chain. */
export interface EventBody {
  readonly kind: string;
  /** Instant, ISO. */
  readonly at: string;
  readonly by: { readonly personId: string; readonly name: string };
  readonly requestId: string;
  /** SHA-256 of the command's canonical JSON: tells a repeat from a reuse of the id. */
  readonly commandHash: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface ChainedEvent extends EventBody {
  readonly previousHash: string;
  readonly hash: string;
}

/** What the first event of every record is chained to. */
export const CHAIN_START = '0'.repeat(64);

/** Only what the hash covers: a stored event also carries its hashes. */
const covered = (body: EventBody): EventBody => ({
  kind: body.kind,
  at: body.at,
  by: { personId: body.by.personId, name: body.by.name },
  requestId: body.requestId,
  commandHash: body.commandHash,
  data: body.data,
});

/** What the event's hash must be, following the link before. */
export const linkHash = (previousHash: string, body: EventBody, sha256: Sha256): string =>
  sha256(previousHash + canonicalJson(covered(body)));

/** The next link: `hash = SHA-256(previousHash ‖ canonical JSON of the event)`. */
export const chainEvent = (
  events: readonly ChainedEvent[],
  body: EventBody,
  sha256: Sha256,
): ChainedEvent => {
  const previousHash = events[events.length - 1]?.hash ?? CHAIN_START;
  return { ...body, previousHash, hash: linkHash(previousHash, body, sha256) };
};

/** Index of the first link that does not hold, or -1 when the chain is whole. */
export const firstBrokenLink = (events: readonly ChainedEvent[], sha256: Sha256): number =>
  events.findIndex((event, index) => {
    const previousHash = index === 0 ? CHAIN_START : events[index - 1]?.hash;
    return event.previousHash !== previousHash || event.hash !== linkHash(event.previousHash, event, sha256);
  });
