import * as v from 'valibot';
import { DUTIES } from '../../miniprogram/domain/inbox/inbox-item';
import { isInForce } from '../../miniprogram/domain/people/post';
import { actorOf } from '../_shared/actor';
import { defineOpenAction } from '../_shared/define-action';
import { inboxPage, waitingFor } from '../_shared/inbox-repository';
import { bindingOf, postsOfPerson } from '../_shared/people-repository';
import { pinnedOf } from './preferences-repository';
import { presentActor } from './present-actor';

/** How many duties the home page names before 全部. */
const SHOWN_DUTIES = 3;

/** All of the first screen in one request; `entered: false` and nothing else for somebody not bound. */
export const home = defineOpenAction({
  input: v.strictObject({}),
  async run({ openid, now }) {
    const binding = await bindingOf(openid);
    if (!binding) return { entered: false as const };
    const { personId } = binding;
    const [posts, pinned] = await Promise.all([postsOfPerson(personId), pinnedOf(personId)]);
    const actor = actorOf(
      personId,
      posts.filter((post) => isInForce(post, now)),
    );
    const [duties, counts] = await Promise.all([
      inboxPage({ actor, boxes: DUTIES, cursor: null }),
      waitingFor(actor),
    ]);
    return {
      entered: true as const,
      now,
      me: presentActor(actor),
      pinned,
      duties: duties.rows.slice(0, SHOWN_DUTIES).map(({ recordId, box, project, summary, at }) => ({
        inspectionId: recordId,
        box,
        projectName: project.name,
        part: summary.part,
        authorName: summary.authorName,
        at,
      })),
      counts,
    };
  },
});
