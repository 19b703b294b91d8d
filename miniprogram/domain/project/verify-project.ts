import { brokenField, type BrokenLink, type Stored } from '../integrity/broken-link';
import type { ChainedEvent, Sha256 } from '../integrity/event-chain';
import { isBroken, verifiedEvents } from '../integrity/verify-events';
import { acceptedStateOf, type AcceptProject } from './form-project';
import { PROJECT_STATES, type ProjectState } from './project-state';
import { placeOf, type Cover, type Position } from './project';
import { shortNumberOf } from './short-number';

/** What lists find it by may change with the search. */
const BESIDE: readonly string[] = ['_id', 'searchKeys', 'events'];

const isState = (kind: string): kind is ProjectState => kind in PROJECT_STATES;

/** A change of state is named after the state it led to (form-project-state.ts). */
const KINDS = { first: ['accepted'], later: ['located', ...Object.keys(PROJECT_STATES)] };

/** What `located` writes (form-location.ts). */
interface Located {
  readonly position: Position;
  readonly cover: Cover | null;
}

/** As the last change of state left it. */
const stateOf = (events: readonly ChainedEvent[], { supervisors }: Pick<AcceptProject, 'supervisors'>) => {
  const states = events.slice(1).flatMap(({ kind }) => (isState(kind) ? [kind] : []));
  return states[states.length - 1] ?? acceptedStateOf(supervisors);
};

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
  const accepted = first.data as unknown as AcceptProject;
  const expected: Stored = {
    ...first.data,
    shortNumber: shortNumberOf(String(record['_id']), sha256),
    supervisorIds: accepted.supervisors.map(({ personId }) => personId),
    state: stateOf(events, accepted),
    ...whereOf(events),
    version: events.length,
    changedAt: events[events.length - 1]?.at,
  };
  const others = Object.keys(record).filter((key) => !(key in expected) && !BESIDE.includes(key));
  return brokenField(record, { ...expected, ...Object.fromEntries(others.map((key) => [key, undefined])) });
};
