import type { Actor, Role } from '../../miniprogram/domain/people/post';
import { uploadPrefixOf } from '../_shared/storage';

/** What a person's own phone knows of them. */
export interface Me {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly posts: readonly {
    readonly position: string;
    /** '' for staff of a bureau: they belong to no station, and their position names their bureau. */
    readonly organisation: string;
    /** The project of a post with a party; null for a post of a station. */
    readonly project: string | null;
    readonly certificate: string | null;
  }[];
  readonly uploadPrefix: string;
}

export const presentActor = (actor: Actor): Me => ({
  personId: actor.personId,
  name: actor.name,
  roles: [...new Set(actor.posts.map((post) => post.role))],
  posts: actor.posts.map((post) =>
    post.kind === 'station'
      ? {
          position: post.position,
          organisation: post.role === 'bureau' ? '' : post.stationName,
          project: null,
          certificate: post.certificate,
        }
      : {
          position: post.position,
          organisation: post.unitName,
          project: post.projectName,
          certificate: null,
        },
  ),
  uploadPrefix: uploadPrefixOf(actor.personId),
});
