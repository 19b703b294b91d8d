import * as v from 'valibot';
import { APPLICATION_IDS } from '../../miniprogram/domain/applications/applications';
import { defineAction } from '../_shared/define-action';
import { isFirst } from '../_shared/inputs';
import { keepPinned } from './preferences-repository';

/**
 * 置顶: the applications that stand first on the person's home page, in this order. It says how it shall be, not what
 * to change: sent twice it does nothing more, so it needs no request id.
 */
export const setPinned = defineAction({
  input: v.strictObject({
    applications: v.pipe(v.array(v.picklist(APPLICATION_IDS)), v.checkItems(isFirst)),
  }),
  load: () => Promise.resolve(null),
  async run({ actor }, { applications }) {
    await keepPinned(actor.personId, applications);
    return { pinned: applications };
  },
});
