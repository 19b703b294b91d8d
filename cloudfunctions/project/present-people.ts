import type { Person } from '../../miniprogram/domain/people/person';
import { maskedPhone } from '../../miniprogram/domain/people/phone';
import type { PartyPost } from '../../miniprogram/domain/people/post';
import type { Project } from '../../miniprogram/domain/project/project';

/**
 * 监督人员 and 关键岗位人员 of a project, each with a number: the full one where `maySeePhones`, else masked.
 * Everybody stands under each unit they hold a post with.
 */
export const presentPeople = (
  project: Project,
  keyPosts: readonly PartyPost[],
  people: readonly Person[],
  /** Who reads it, and whether they may see numbers. */
  { personId: readerId, maySeePhones }: { readonly personId: string; readonly maySeePhones: boolean },
) => {
  const phones = new Map(people.map(({ _id, phone }) => [_id, maySeePhones ? phone : maskedPhone(phone)]));
  const reach = (personId: string) => ({
    phone: phones.get(personId) ?? '',
    /** Nobody calls themselves. */
    isSelf: personId === readerId,
    canCall: maySeePhones && phones.has(personId) && personId !== readerId,
  });
  return {
    supervisors: project.supervisors
      .filter(({ personId }) => project.supervisorIds.includes(personId))
      .map(({ personId, name, isMain }) => ({ personId, name, isMain, ...reach(personId) })),
    keyPosts: keyPosts.map(({ personId, personName, position, unitId }) => ({
      personId,
      name: personName,
      position,
      unitId,
      ...reach(personId),
    })),
  };
};
