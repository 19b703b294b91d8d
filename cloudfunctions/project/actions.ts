import { findProject } from './find-project';
import { listNearby } from './list-nearby';
import { listProjects } from './list-projects';
import { locateProject } from './locate-project';
import { listTimeline } from './list-timeline';
import { makeSiteCode } from './make-site-code';
import { namePoint } from './name-point';
import { openProject } from './open-project';
import { readProject } from './read-project';

export const actions = {
  list: listProjects,
  nearby: listNearby,
  find: findProject,
  open: openProject,
  timeline: listTimeline,
  read: readProject,
  siteCode: makeSiteCode,
  namePoint,
  locate: locateProject,
};
