import type { Actor, StationRole } from '../people/post';

/** Who inspects for a station. */
export const OFFICERS: readonly StationRole[] = ['supervisor', 'deputy', 'head'];
/** Whose part in a record — author, partner, named reviewer — lets them read it: the rows of VERBS with those scopes. */
export const STATION_ROLES: readonly StationRole[] = [...OFFICERS, 'province'];

/** `all`: every station's. */
export type Stations = readonly string[] | 'all';

/** The stations at which the actor holds a post of one of these roles; the province's reaches to all. */
export const stationsOf = ({ posts }: Actor, roles: readonly StationRole[]): Stations => {
  const held = posts.flatMap((post) => (post.kind === 'station' && roles.includes(post.role) ? [post] : []));
  if (held.some(({ role }) => role === 'province')) return 'all';
  return [...new Set(held.map(({ stationId }) => stationId))];
};

export const isAmong = (stations: Stations, stationId: string): boolean =>
  stations === 'all' || stations.includes(stationId);

/** The projects the actor takes part in. */
export const projectsOf = ({ posts }: Actor): readonly string[] => [
  ...new Set(posts.flatMap((post) => (post.kind === 'party' ? [post.projectId] : []))),
];
