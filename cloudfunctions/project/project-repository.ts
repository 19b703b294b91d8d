import * as v from 'valibot';
import type { Actor } from '../../miniprogram/domain/people/post';
import type { NamedProject } from '../../miniprogram/domain/project/project-code';
import type { Project } from '../../miniprogram/domain/project/project';
import { projectSearch } from '../../miniprogram/domain/project/search-keys';
import type { ProjectChange } from '../../miniprogram/domain/project/form-location';
import { collection, command, within } from '../_shared/database';
import { afterCursor, pageOf, PAGE_SIZE, type Cursor, type Page } from '../_shared/page';
import { searchPage } from '../_shared/search-pages';

const PROJECTS = 'projects';

export const projectById = async (projectId: string): Promise<Project | null> =>
  (await collection<Project>(PROJECTS).doc(projectId).get()).data;

/** The project of this id, short number or 监督注册号. */
export const projectNamed = async (named: NamedProject): Promise<Project | null> => {
  if ('projectId' in named) return projectById(named.projectId);
  return (await collection<Project>(PROJECTS).where(named).limit(1).get()).data[0] ?? null;
};

/** Which projects a list offers: those the person may see, or those they may inspect and locate. */
export const scope = v.picklist(['visible', 'supervised']);
export type ProjectScope = v.InferOutput<typeof scope>;

/** The condition for the scope, from the posts alone; several posts add up. Mirrors the project rows of VERBS. */
export const scopeCondition = (actor: Actor, scope: ProjectScope): object | null => {
  const ofParties = actor.posts.flatMap((post) => (post.kind === 'party' ? post.projectId : []));
  const ofStations = actor.posts.flatMap((post): object[] => {
    if (post.kind === 'party') return [];
    switch (post.role) {
      case 'supervisor':
        return scope === 'visible'
          ? [{ stationId: post.stationId }]
          : [{ stationId: post.stationId, supervisorIds: actor.personId }];
      case 'deputy':
      case 'head':
        return [{ stationId: post.stationId }];
      case 'bureau':
        return scope === 'visible' ? [{ stationId: command.in(post.areaStationIds) }] : [];
      case 'province':
        return [{}];
      case 'administrator':
        return [];
    }
  });
  const [first, ...others] = [
    ...ofStations,
    // One list, not one condition a project: those are looked up by their ids.
    ...(scope === 'visible' && ofParties.length > 0 ? [{ _id: command.in(ofParties) }] : []),
  ];
  if (!first) return null;
  return others.length === 0 ? first : command.or(first, ...others);
};

interface ListQuery {
  readonly keyword: string;
  readonly isUnlocated: boolean;
  readonly cursor: Cursor | null;
}

/** What lists show of: the keys are there to be searched, not to be carried about. */
const WITHOUT_KEYS = { searchKeys: false };
export type ListedProject = Omit<Project, 'searchKeys'>;

const byName = async (condition: object, cursor: Cursor | null, limit: number): Promise<ListedProject[]> =>
  (
    await collection<Project>(PROJECTS)
      .where(afterCursor(condition, { field: 'name', direction: 'asc' }, cursor))
      .orderBy('name', 'asc')
      .orderBy('_id', 'asc')
      .limit(limit)
      .field(WITHOUT_KEYS)
      .get()
  ).data;

const nameOf = ({ name }: ListedProject): string => name;

/** A page by name. */
export const projectsWithin = async (
  condition: object,
  { keyword, isUnlocated, cursor }: ListQuery,
): Promise<Page<ListedProject>> => {
  const search = projectSearch(keyword);
  if (!search) {
    const wanted = isUnlocated ? command.and(condition, { position: null }) : condition;
    return pageOf(await byName(wanted, cursor, PAGE_SIZE + 1), nameOf);
  }
  const withKey = command.and(condition, { searchKeys: search.key });
  return searchPage({
    cursor,
    candidates: (from, limit) => byName(withKey, from, limit),
    isFound: (project) => (!isUnlocated || project.position === null) && search.isSaidOf(project),
    keyOf: nameOf,
  });
};

/** How far 附近 reaches, metres, and how many it shows. */
const NEAR_METRES = 20_000;
const MOST_NEAR = 20;

/** Located projects within reach of the point (GCJ-02), nearest first. */
export const projectsNear = async (
  condition: object,
  point: { readonly lng: number; readonly lat: number },
): Promise<ListedProject[]> => {
  const { data } = await collection<Project>(PROJECTS)
    .where(command.and(condition, { place: within(NEAR_METRES, point) }))
    .limit(MOST_NEAR)
    .field(WITHOUT_KEYS)
    .get();
  return data;
};

/** @returns false when somebody else changed the project since it was read */
export const applyProjectChange = async (projectId: string, change: ProjectChange): Promise<boolean> => {
  const { stats } = await collection<Project>(PROJECTS)
    .where({ _id: projectId, version: change.version })
    .update({
      data: {
        version: change.version + 1,
        changedAt: change.event.at,
        position: command.set(change.position),
        place: command.set(change.place),
        cover: command.set(change.cover),
        events: command.push(change.event),
      },
    });
  return stats.updated === 1;
};
