import { DomainError } from '../domain/errors';
import { projectInCode } from '../domain/project/project-code';
import { call, type Input, type Output } from './call-function';

export type ProjectRow = Output<'project', 'list'>['rows'][number];
export type ProjectView = Output<'project', 'read'>;
export type ProjectScope = Input<'project', 'list'>['scope'];
export type LocateProject = Input<'project', 'locate'>;

export const listProjects = (query: Input<'project', 'list'>) => call('project', 'list', query);
export const listNearby = (query: Input<'project', 'nearby'>) => call('project', 'nearby', query);
export const readProject = (projectId: string) => call('project', 'read', { projectId });
export const namePoint = (point: Input<'project', 'namePoint'>) => call('project', 'namePoint', point);
export const locateProject = (command: LocateProject) => call('project', 'locate', command);

/** The project with this id, if the person supervises it. @throws DomainError project.notFound */
const supervisedById = async (projectId: string): Promise<ProjectRow> => {
  try {
    const project = await readProject(projectId);
    if (project.actions.includes('locate')) return project;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'record.notVisible') throw error;
  }
  throw new DomainError('project.notFound', { number: projectId });
};

/**
 * The project a site's code names, of those the person supervises.
 * @throws DomainError project.codeUnknown, project.notFound
 */
export const projectOfCode = async (text: string): Promise<ProjectRow> => {
  const named = projectInCode(text);
  if (!named) throw new DomainError('project.codeUnknown');
  if ('projectId' in named) return supervisedById(named.projectId);
  const { number } = named;
  const { rows } = await listProjects({ keyword: number, scope: 'supervised', cursor: null });
  const found = rows.find((row) => row.number === number);
  if (!found) throw new DomainError('project.notFound', { number });
  return found;
};
