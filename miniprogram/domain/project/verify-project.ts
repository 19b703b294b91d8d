import { brokenField, type BrokenLink, type Stored } from '../integrity/broken-link';
import type { ChainedEvent, Sha256 } from '../integrity/event-chain';
import { isBroken, verifiedEvents } from '../integrity/verify-events';
import { acceptedStateOf, type AcceptProject } from './form-project';
import { placeOf, type Cover, type Position } from './project';
import { shortNumberOf } from './short-number';

/** What lists find it by may change with the search. */
const BESIDE: readonly string[] = ['_id', 'searchKeys', 'events'];

const KINDS = { first: ['accepted'], later: ['located'] };

/** What `located` writes (form-location.ts). */
interface Located {
  readonly position: Position;
  readonly cover: Cover | null;
}

const whereOf = (events: readonly ChainedEvent[]) => {
  const located = events.flatMap(({ kind, data }) =>
    kind === 'located' ? [data as unknown as Located] : [],
  );
  const position = located[located.length - 1]?.position ?? null;
  const covers = located.flatMap(({ cover }) => cover ?? []);
  return { position, place: position && placeOf(position), cover: covers[covers.length - 1] ?? null };
};

/**
 * Whether the stored project is what its events say: the first has its whole content, the later ones its positions.
 * @returns the first thing that does not hold
 * @throws TypeError when it is of no shape at all
 */
export const brokenProject = (record: Stored, sha256: Sha256): BrokenLink | null => {
  const events = verifiedEvents(record, KINDS, sha256);
  if (isBroken(events)) return events;
  const [first] = events;
  const { supervisors } = first.data as unknown as AcceptProject;
  const expected: Stored = {
    ...first.data,
    shortNumber: shortNumberOf(String(record['_id']), sha256),
    supervisorIds: supervisors.map(({ personId }) => personId),
    state: acceptedStateOf(supervisors),
    ...whereOf(events),
    version: events.length,
    changedAt: events[events.length - 1]?.at,
  };
  const others = Object.keys(record).filter((key) => !(key in expected) && !BESIDE.includes(key));
  return brokenField(record, { ...expected, ...Object.fromEntries(others.map((key) => [key, undefined])) });
};
