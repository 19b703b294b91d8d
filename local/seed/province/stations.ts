import catalogue from '../../../data/catalogue.json';
import { must } from '../forming';
import { STATION_PEOPLE, STATIONS, type StationPerson } from '../people';
import { DIVISIONS, type SeededDivision } from './divisions';
import { nameFor } from './names';

export interface SeededStation {
  readonly stationId: string;
  readonly name: string;
  readonly divisionCode: string;
  readonly parentId: string | null;
}

export const stationIdOf = (divisionCode: string): string => `st-${divisionCode}`;

/** The provincial body and a station for every division, under the division's parent; three of them are hand-written. */
export const PROVINCE_STATIONS: readonly SeededStation[] = catalogue.divisions.map(
  ({ code, name, parent }) => {
    const stationId = stationIdOf(code);
    return {
      stationId,
      name: STATIONS[stationId]?.name ?? `${name}质安站`,
      divisionCode: code,
      parentId: parent === null ? null : stationIdOf(parent),
    };
  },
);

/** A supervisor to so many projects. */
const PROJECTS_PER_SUPERVISOR = 6;
const LEAST_SUPERVISORS = 2;

/** Every so many of the supervisors came from another station, where their post has ended. */
const MOVED_ONE_IN = 12;

/** What comes behind 1901 and the division's place in the list: README says so. */
const PLACE = { head: 1, deputy: 2, bureau: 8, administrator: 9, supervisors: 11 } as const;

export const phoneOf = (division: SeededDivision, place: number): string =>
  `1901${String(DIVISIONS.indexOf(division) + 1).padStart(2, '0')}${String(place).padStart(5, '0')}`;

/** Ids of people of the province: the number behind 190. */
export const personIdOf = (phone: string): string => `p${phone.slice(3)}`;

const peopleOf = (division: SeededDivision): StationPerson[] => {
  const stationId = stationIdOf(division.code);
  const { name } = must(
    PROVINCE_STATIONS.find((station) => station.stationId === stationId),
    'station',
  );
  const town = name.replace('质安站', '');
  const byHand = STATION_PEOPLE.filter((person) => person.stationId === stationId);
  const make = (
    place: number,
    role: StationPerson['role'],
    position: string,
    hasCertificate: boolean,
  ): StationPerson => {
    const phone = phoneOf(division, place);
    return {
      personId: personIdOf(phone),
      phone,
      name: nameFor(phone),
      role,
      position,
      stationId,
      certificate: hasCertificate ? `琼${division.letter}-${String(1000 + place)}` : null,
    };
  };
  const count = Math.max(LEAST_SUPERVISORS, Math.ceil(division.projects / PROJECTS_PER_SUPERVISOR));
  const supervisors = Array.from({ length: count }, (_, index) =>
    make(PLACE.supervisors + index, 'supervisor', '监督员', true),
  );
  // A station that has its people by hand gets more supervisors only.
  if (byHand.length > 0) return supervisors;
  return [
    make(PLACE.head, 'head', '站长', true),
    make(PLACE.deputy, 'deputy', '副站长', true),
    make(PLACE.bureau, 'bureau', `${town}住建局质安科科员`, false),
    make(PLACE.administrator, 'administrator', '站管理员', false),
    ...supervisors,
  ];
};

/** Of every station, without those written by hand. */
export const PROVINCE_STATION_PEOPLE: readonly StationPerson[] = DIVISIONS.flatMap(peopleOf);

/** Supervisors who were with another station before, and with which: the next division's. */
export const MOVED: readonly { readonly personId: string; readonly formerStationId: string }[] =
  PROVINCE_STATION_PEOPLE.filter(({ role }) => role === 'supervisor')
    .filter((_, index) => index % MOVED_ONE_IN === 0)
    .map(({ personId, stationId }) => {
      const place = DIVISIONS.findIndex(({ code }) => stationIdOf(code) === stationId);
      const next = must(DIVISIONS[(place + 1) % DIVISIONS.length], 'division');
      return { personId, formerStationId: stationIdOf(next.code) };
    });
