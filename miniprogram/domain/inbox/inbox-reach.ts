import { projectsOf, stationsOf, STATION_ROLES, OFFICERS, type Stations } from '../access/reach';
import type { Actor } from '../people/post';
import type { InboxBox } from './inbox-item';

/** Where the records of a list's rows lie for the person to see them now. */
export type RowReach = { readonly stations: Stations } | { readonly projectIds: readonly string[] };

/**
 * A row stands for as long as its record does; it is seen only while a post in force lets the person do with the record
 * what the row is there for. Mirrors the rows inspection.read, .review and .confirm of VERBS.
 */
export const reachOf = (box: InboxBox, actor: Actor): RowReach => {
  switch (box) {
    case 'inspection.delivered':
      return { projectIds: projectsOf(actor) };
    case 'inspection.toConfirm':
      return { stations: stationsOf(actor, OFFICERS) };
    case 'inspection.toReview':
    case 'inspection.reviewed':
      return { stations: stationsOf(actor, STATION_ROLES) };
  }
};
