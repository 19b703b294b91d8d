import type { Subject } from '../access/scopes';
import type { ChainedEvent } from '../integrity/event-chain';
import type { UnitRole } from '../people/post';
import type { ProjectState } from './project-state';

/** A point in GCJ-02 with what makes it checkable. */
export interface Position {
  readonly lng: number;
  readonly lat: number;
  /** Radius in metres as the phone reported it. */
  readonly accuracy: number;
  /** When the phone measured it, ISO. */
  readonly takenAt: string;
  readonly address: string;
}

export interface Cover {
  readonly fileID: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A point as the database's index of places takes it: GeoJSON, longitude first. */
export interface Place {
  readonly type: 'Point';
  readonly coordinates: readonly [lng: number, lat: number];
}

export const placeOf = ({ lng, lat }: Pick<Position, 'lng' | 'lat'>): Place => ({
  type: 'Point',
  coordinates: [lng, lat],
});

/** 工程. Earlier positions stand in its events. */
export interface Project {
  readonly _id: string;
  readonly version: number;
  readonly state: ProjectState;
  /** Of its mini program code (short-number.ts). */
  readonly shortNumber: string;
  /** 监督注册号 */
  readonly number: string;
  readonly name: string;
  readonly address: string;
  readonly stationId: string;
  readonly stationName: string;
  readonly supervisors: readonly {
    readonly personId: string;
    readonly name: string;
    readonly isMain: boolean;
  }[];
  /** Of the supervisors above, those of today: what lists and access ask for. */
  readonly supervisorIds: readonly string[];
  readonly parties: readonly {
    readonly unitId: string;
    readonly unitName: string;
    readonly unitRole: UnitRole;
  }[];
  /** What it is found by (search-keys.ts). */
  readonly searchKeys: readonly string[];
  readonly position: Position | null;
  /** Where `position` is, to be found by. */
  readonly place: Place | null;
  readonly cover: Cover | null;
  /** When its last event happened: the daily heads find by it what is new. */
  readonly changedAt: string;
  readonly events: readonly ChainedEvent[];
}

export const projectSubject = (project: Project): Subject => ({
  stationId: project.stationId,
  projectId: project._id,
  supervisorIds: project.supervisorIds,
});
