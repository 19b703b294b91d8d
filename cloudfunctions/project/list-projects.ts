import * as v from 'valibot';
import { defineAction } from '../_shared/define-action';
import { cursor, keyword } from '../_shared/inputs';
import { pageOf } from '../_shared/page';
import { presentProjectRow } from './present-project';
import { projectsWithin, scope, scopeCondition } from './project-repository';

/** 工程列表: by name, searched by name, 监督注册号, address or unit. */
export const listProjects = defineAction({
  input: v.strictObject({ keyword, scope, cursor }),
  load: () => Promise.resolve(null),
  async run({ actor }, input) {
    const condition = scopeCondition(actor, input.scope);
    const found = condition ? await projectsWithin(condition, input.keyword.trim(), input.cursor) : [];
    return pageOf(found, (project) => project.name, presentProjectRow);
  },
});
