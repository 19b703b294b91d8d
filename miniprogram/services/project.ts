import { DomainError } from '../domain/errors';
import { projectInCode } from '../domain/project/project-code';
import { requireOpenFor } from '../domain/project/project-state';
import { call, type Input, type Output } from './call-function';

export type ProjectRow = Output<'project', 'list'>['rows'][number];
export type NearRow = Output<'project', 'nearby'>['rows'][number];
export type ProjectView = Output<'project', 'read'>;
export type OpenedProject = Output<'project', 'open'>;
export type TimelineRow = OpenedProject['rows'][number];
export type SiteCode = Output<'project', 'siteCode'>;
export type ProjectScope = Input<'project', 'list'>['scope'];
export type LocateProject = Input<'project', 'locate'>;

export const listProjects = (query: Input<'project', 'list'>) => call('project', 'list', query);
export const listNearby = (query: Input<'project', 'nearby'>) => call('project', 'nearby', query);
export const readProject = (projectId: string) => call('project', 'read', { projectId });
export const openProject = (project: Input<'project', 'open'>['project']) =>
  call('project', 'open', { project });
export const listTimeline = (query: Input<'project', 'timeline'>) => call('project', 'timeline', query);
export const makeSiteCode = (projectId: string) => call('project', 'siteCode', { projectId });
export const namePoint = (point: Input<'project', 'namePoint'>) => call('project', 'namePoint', point);
export const locateProject = (command: LocateProject) => call('project', 'locate', command);

/**
 * The project a site's code names, of those the person may see.
 * @throws DomainError project.codeUnknown, project.codeAltered, project.codeOfEntry, project.notFound
 */
export const projectOfCode = async (text: string) =>
  call('project', 'find', { project: projectInCode(text) });

/** The same, of those the person supervises. @throws also DomainError project.notSupervised, project.stateRefused */
export const supervisedOfCode = async (text: string): Promise<ProjectRow> => {
  const { actions, ...project } = await projectOfCode(text);
  requireOpenFor('inspection.submit', project);
  if (!actions.includes('report')) throw new DomainError('project.notSupervised', { name: project.name });
  return project;
};
