import * as v from 'valibot';
import { defineAction } from '../_shared/define-action';
import { cursor, keyword } from '../_shared/inputs';
import { presented } from '../_shared/page';
import { presentProjectRow } from './present-project';
import { projectsWithin, scope, scopeCondition } from './project-repository';

/** 工程列表: by name, searched by name, 监督注册号, address or unit; all, or those that nobody has located yet. */
export const listProjects = defineAction({
  input: v.strictObject({ keyword, scope, isUnlocated: v.optional(v.boolean(), false), cursor }),
  load: () => Promise.resolve(null),
  async run({ actor }, input) {
    const condition = scopeCondition(actor, input.scope);
    const found = condition ? await projectsWithin(condition, input) : { rows: [], next: null };
    return {
      ...presented(found, presentProjectRow),
      /** Whether some projects of the list are the person's own: only then they are worth a filter. */
      isSupervisor: actor.posts.some((post) => post.role === 'supervisor'),
    };
  },
});
