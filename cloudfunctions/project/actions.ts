import { listProjects } from './list-projects';
import { locateProject } from './locate-project';
import { namePoint } from './name-point';
import { readProject } from './read-project';

export const actions = { list: listProjects, read: readProject, namePoint, locate: locateProject };
