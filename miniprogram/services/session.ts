import { DomainError } from '../domain/errors';
import { call, type Output } from './call-function';

export type Home = Output<'session', 'home'>;
type Me = Extract<Home, { entered: true }>['me'];

/** Who holds this phone: known once home was loaded, and the same until the program starts again. */
let known: Me | null = null;

export const enter = (code: string) => call('session', 'enter', { code });

export const loadHome = async (): Promise<Home> => {
  const home = await call('session', 'home', {});
  known = home.entered ? home.me : null;
  return home;
};

/** @throws DomainError auth.notEntered */
export const currentPerson = async (): Promise<Me> => {
  if (!known) await loadHome();
  if (!known) throw new DomainError('auth.notEntered');
  return known;
};
