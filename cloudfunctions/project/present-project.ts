import { permits } from '../../miniprogram/domain/access/permits';
import type { Actor } from '../../miniprogram/domain/people/post';
import { isOpenFor } from '../../miniprogram/domain/project/project-state';
import { projectSubject, type Position, type Project } from '../../miniprogram/domain/project/project';

export const presentProjectRow = (project: Omit<Project, 'searchKeys'>) => ({
  projectId: project._id,
  name: project.name,
  number: project.number,
  address: project.address,
  state: project.state,
  isLocated: project.position !== null,
});
export type ProjectRow = ReturnType<typeof presentProjectRow>;

const VERB_OF_ACTION = {
  locate: 'project.locate',
  report: 'inspection.submit',
  siteCode: 'project.siteCode',
} as const;
export type ProjectPageAction = keyof typeof VERB_OF_ACTION;

/** What this person may do with the project: pages draw their buttons from it. */
export const projectActions = (project: Project, actor: Actor): ProjectPageAction[] =>
  (Object.keys(VERB_OF_ACTION) as ProjectPageAction[]).filter(
    (action) =>
      permits(actor, VERB_OF_ACTION[action], projectSubject(project)) &&
      isOpenFor(VERB_OF_ACTION[action], project.state),
  );

type LocatedData = { readonly position: Position };

/** For 工程定位: no openids, phones, request ids or hashes; `actions` are what this person may do. */
export const presentProject = (project: Project, actor: Actor, coverUrl: string | null) => ({
  ...presentProjectRow(project),
  position: project.position,
  coverUrl,
  history: project.events
    .filter((event) => event.kind === 'located')
    .map((event) => ({
      at: event.at,
      by: event.by.name,
      position: (event.data as unknown as LocatedData).position,
    }))
    .reverse(),
  actions: projectActions(project, actor),
});
export type ProjectView = ReturnType<typeof presentProject>;

/** What must be told first of a project: open stops, overdue and unclosed problems. */
export interface ProjectBanner {
  readonly tone: 'bad' | 'waiting';
  readonly title: string;
  readonly note: string;
}

/** For the project page, without its people and records. */
export const presentProjectPage = (project: Project, actor: Actor, coverUrl: string | null) => ({
  ...presentProjectRow(project),
  stationName: project.stationName,
  parties: project.parties.map(({ unitId, unitName, unitRole }) => ({ unitId, unitName, unitRole })),
  place: project.position && { lng: project.position.lng, lat: project.position.lat },
  coverUrl,
  /** Nothing that would stand here is recorded yet. */
  banners: [] as readonly ProjectBanner[],
  actions: projectActions(project, actor),
});
