import * as v from 'valibot';
import { metresBetween } from '../../miniprogram/domain/project/distance';
import type { Position } from '../../miniprogram/domain/project/project';
import { defineAction } from '../_shared/define-action';
import { lat, lng } from './point';
import { presentProjectRow } from './present-project';
import { projectsNear, scope, scopeCondition } from './project-repository';

/** 附近工程: of those the person may see (or supervises), the located ones within reach, nearest first, with metres. */
export const listNearby = defineAction({
  input: v.strictObject({ lng, lat, scope }),
  load: () => Promise.resolve(null),
  async run({ actor }, { scope, ...point }) {
    const condition = scopeCondition(actor, scope);
    const found = condition ? await projectsNear(condition, point) : [];
    return {
      rows: found.map((project) => ({
        ...presentProjectRow(project),
        // Only located projects are found near a place.
        distance: metresBetween(point, project.position as Position),
      })),
    };
  },
});
