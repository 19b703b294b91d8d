import type { Actor, PartyPost, StationPost, StationRole } from '../../miniprogram/domain/people/post';

/** A fixed cast for tests of rules: two stations, one project each, and somebody for every role. */
export const NOW = '2026-11-23T02:00:00.000Z';

export const stationPost = (
  personId: string,
  role: StationRole,
  stationId: string,
  areaStationIds: readonly string[] = [stationId],
): StationPost => ({
  _id: `${personId}.${stationId}`,
  kind: 'station',
  personId,
  personName: personId,
  role,
  position: role,
  stationId,
  stationName: stationId,
  areaStationIds,
  certificate: null,
  from: '2026-01-01T00:00:00.000Z',
  to: null,
});

export const partyPost = (personId: string, projectId: string): PartyPost => ({
  _id: `${personId}.${projectId}`,
  kind: 'party',
  role: 'participant',
  personId,
  personName: personId,
  position: '项目经理',
  projectId,
  projectName: projectId,
  unitId: 'unit',
  unitName: '施工单位',
  unitRole: 'contractor',
  isKey: true,
  from: '2026-01-01T00:00:00.000Z',
  to: null,
});

export const actor = (...posts: readonly (StationPost | PartyPost)[]): Actor => {
  const [first] = posts;
  return { personId: first?.personId ?? 'stranger', name: first?.personName ?? 'stranger', posts };
};

export const CAST = {
  stranger: actor(),
  supervisor: actor(stationPost('supervisor', 'supervisor', 'haikou')),
  colleague: actor(stationPost('colleague', 'supervisor', 'haikou')),
  deputy: actor(stationPost('deputy', 'deputy', 'haikou')),
  head: actor(stationPost('head', 'head', 'haikou')),
  administrator: actor(stationPost('administrator', 'administrator', 'haikou')),
  bureau: actor(stationPost('bureau', 'bureau', 'haikou')),
  province: actor(stationPost('province', 'province', 'province')),
  otherSupervisor: actor(stationPost('otherSupervisor', 'supervisor', 'sanya')),
  otherHead: actor(stationPost('otherHead', 'head', 'sanya')),
  otherBureau: actor(stationPost('otherBureau', 'bureau', 'sanya')),
  contractor: actor(partyPost('contractor', 'project')),
  otherContractor: actor(partyPost('otherContractor', 'elsewhere')),
} as const;

export type CastName = keyof typeof CAST;
