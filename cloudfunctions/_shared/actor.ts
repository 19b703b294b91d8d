import cloud from 'wx-server-sdk';
import { DomainError } from '../../miniprogram/domain/errors';
import { isInForce, type Actor, type Post } from '../../miniprogram/domain/people/post';
import { bindingOf, postsOfPerson } from './people-repository';

/** The WeChat identity of this invocation. @throws DomainError auth.notEntered when a timer or HTTP call has none */
export const currentOpenid = (): string => {
  const { OPENID } = cloud.getWXContext();
  if (!OPENID) throw new DomainError('auth.notEntered');
  return OPENID;
};

/** @throws DomainError auth.notEntered when this WeChat is bound to nobody */
export const requirePersonId = async (openid: string): Promise<string> => {
  const binding = await bindingOf(openid);
  if (!binding) throw new DomainError('auth.notEntered');
  return binding.personId;
};

/** @throws DomainError auth.noPostInForce when the last post has ended: access ends with it */
export const requireActor = async (personId: string, now: string): Promise<Actor> => {
  const posts = (await postsOfPerson(personId)).filter((post) => isInForce(post, now));
  return actorOf(personId, posts);
};

export const actorOf = (personId: string, posts: readonly Post[]): Actor => {
  const [first] = posts;
  if (!first) throw new DomainError('auth.noPostInForce');
  return { personId, name: first.personName, posts };
};
