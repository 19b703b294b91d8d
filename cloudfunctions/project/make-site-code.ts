import * as v from 'valibot';
import { permits } from '../../miniprogram/domain/access/permits';
import { VERB_NAMES } from '../../miniprogram/domain/access/verbs';
import { DomainError } from '../../miniprogram/domain/errors';
import { projectSubject } from '../../miniprogram/domain/project/project';
import { PROJECT_PAGE } from '../../miniprogram/domain/project/project-code';
import { requireOpenFor } from '../../miniprogram/domain/project/project-state';
import { defineAction } from '../_shared/define-action';
import { recordId } from '../_shared/inputs';
import { codePicture } from '../_shared/mini-program-code';
import { projectById } from './project-repository';
import { requireVisibleProject } from './visible-project';

/** 工地码: the mini program code that opens this project, and what the site's board says beside it. */
export const makeSiteCode = defineAction({
  input: v.strictObject({ projectId: recordId }),
  load: ({ projectId }) => projectById(projectId),
  async run({ actor, now, loaded }) {
    const project = requireVisibleProject(loaded, actor);
    if (!permits(actor, 'project.siteCode', projectSubject(project))) {
      throw new DomainError('access.denied', { what: VERB_NAMES['project.siteCode'] });
    }
    requireOpenFor('project.siteCode', project);
    const { name, number, address, stationName, parties, shortNumber } = project;
    const fileID = await codePicture(
      { key: `site.${project._id}`, page: PROJECT_PAGE, scene: shortNumber },
      now,
    );
    return {
      ...{ fileID, name, number, address, stationName },
      parties: parties.map(({ unitName, unitRole }) => ({ unitName, unitRole })),
    };
  },
});
