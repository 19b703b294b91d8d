import type { Person } from '../../miniprogram/domain/people/person';
import type { PartyPost, Post, StationPost } from '../../miniprogram/domain/people/post';
import { collection, command } from './database';

/** A bound WeChat identity; `_id` is the openid, so an openid can be bound once. */
export interface Binding {
  readonly _id: string;
  readonly personId: string;
  readonly boundAt: string;
}

export const BINDINGS = 'bindings';
export const PEOPLE = 'people';
const POSTS = 'posts';

export const bindingOf = async (openid: string): Promise<Binding | null> =>
  (await collection<Binding>(BINDINGS).doc(openid).get()).data;

export const peopleById = async (personIds: readonly string[]): Promise<Person[]> =>
  personIds.length === 0
    ? []
    : (
        await collection<Person>(PEOPLE)
          .where({ _id: command.in(personIds) })
          .limit(1000)
          .get()
      ).data;

export const personByPhone = async (phone: string): Promise<Person | null> =>
  (await collection<Person>(PEOPLE).where({ phone }).limit(1).get()).data[0] ?? null;

/** All posts of a person, ended ones included; nobody holds more than the service's 1,000. */
export const postsOfPerson = async (personId: string): Promise<Post[]> =>
  (await collection<Post>(POSTS).where({ personId }).limit(1000).get()).data;

export const postsOfPeople = async (personIds: readonly string[]): Promise<Post[]> =>
  personIds.length === 0
    ? []
    : (
        await collection<Post>(POSTS)
          .where({ personId: command.in(personIds) })
          .limit(1000)
          .get()
      ).data;

export const postsOfProject = async (projectId: string): Promise<PartyPost[]> =>
  (await collection<PartyPost>(POSTS).where({ projectId }).limit(1000).get()).data;

/** Heads, deputies and supervisors of the station. */
export const officersOfStation = async (stationId: string): Promise<StationPost[]> =>
  (
    await collection<StationPost>(POSTS)
      .where({ stationId, role: command.in(['head', 'deputy', 'supervisor']) })
      .limit(1000)
      .get()
  ).data;
