import type { PartyPost, StationPost, StationRole, UnitRole } from './post';

interface Holder {
  readonly personId: string;
  readonly name: string;
}

export interface AppointToStation {
  readonly person: Holder;
  readonly role: StationRole;
  readonly position: string;
  readonly station: { readonly stationId: string; readonly name: string };
  /** For bureau staff every area filed for; otherwise the station itself. */
  readonly areaStationIds: readonly string[];
  readonly certificate: string | null;
}

export interface AppointToProject {
  readonly person: Holder;
  readonly position: string;
  readonly project: { readonly projectId: string; readonly name: string };
  readonly unit: { readonly unitId: string; readonly name: string; readonly role: UnitRole };
  readonly isKey: boolean;
}

/** A post with a station, in force from the instant on. */
export const formStationPost = (
  { person, role, position, station, areaStationIds, certificate }: AppointToStation,
  from: string,
): StationPost => ({
  _id: `${person.personId}.${station.stationId}`,
  kind: 'station',
  personId: person.personId,
  personName: person.name,
  role,
  position,
  stationId: station.stationId,
  stationName: station.name,
  areaStationIds,
  certificate,
  from,
  to: null,
});

/** A post with a unit on one project, in force from the instant on. */
export const formPartyPost = (
  { person, position, project, unit, isKey }: AppointToProject,
  from: string,
): PartyPost => ({
  _id: `${person.personId}.${project.projectId}`,
  kind: 'party',
  role: 'participant',
  personId: person.personId,
  personName: person.name,
  position,
  projectId: project.projectId,
  projectName: project.name,
  unitId: unit.unitId,
  unitName: unit.name,
  unitRole: unit.role,
  isKey,
  from,
  to: null,
});
