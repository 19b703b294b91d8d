import { call, type Input, type Output } from './call-function';

export type ProjectRow = Output<'project', 'list'>['rows'][number];
export type ProjectView = Output<'project', 'read'>;
export type ProjectScope = Input<'project', 'list'>['scope'];
export type LocateProject = Input<'project', 'locate'>;

export const listProjects = (query: Input<'project', 'list'>) => call('project', 'list', query);
export const readProject = (projectId: string) => call('project', 'read', { projectId });
export const namePoint = (point: Input<'project', 'namePoint'>) => call('project', 'namePoint', point);
export const locateProject = (command: LocateProject) => call('project', 'locate', command);
