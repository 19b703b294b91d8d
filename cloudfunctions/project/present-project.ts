import { permits } from '../../miniprogram/domain/access/permits';
import type { Actor } from '../../miniprogram/domain/people/post';
import { projectSubject, type Position, type Project } from '../../miniprogram/domain/project/project';

export const presentProjectRow = (project: Omit<Project, 'searchKeys'>) => ({
  projectId: project._id,
  name: project.name,
  number: project.number,
  address: project.address,
  isLocated: project.position !== null,
});
export type ProjectRow = ReturnType<typeof presentProjectRow>;

const projectActions = (project: Project, actor: Actor): 'locate'[] =>
  permits(actor, 'project.locate', projectSubject(project)) ? ['locate'] : [];

type LocatedData = { readonly position: Position };

/** The project page: no openids, phones, request ids or hashes; `actions` are what this person may do. */
export const presentProject = (project: Project, actor: Actor, coverUrl: string | null) => ({
  ...presentProjectRow(project),
  stationName: project.stationName,
  supervisors: project.supervisors.map(({ name, isMain }) => ({ name, isMain })),
  parties: project.parties.map(({ unitName, unitRole }) => ({ unitName, unitRole })),
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
