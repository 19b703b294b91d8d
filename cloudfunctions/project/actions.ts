import { listNearby } from './list-nearby';
import { listProjects } from './list-projects';
import { locateProject } from './locate-project';
import { namePoint } from './name-point';
import { readProject } from './read-project';

export const actions = {
  list: listProjects,
  nearby: listNearby,
  read: readProject,
  namePoint,
  locate: locateProject,
};
