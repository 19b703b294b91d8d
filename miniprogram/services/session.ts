import type { ApplicationId } from '../domain/applications/applications';
import { DomainError } from '../domain/errors';
import { noteServerNow } from '../platform/clock';
import { call, type Output } from './call-function';

export type Home = Output<'session', 'home'>;
export type Me = Extract<Home, { entered: true }>['me'];

/** Who holds this phone: known once home was loaded, and the same until the program starts again. */
let known: Me | null = null;
let pinned: readonly ApplicationId[] = [];

export const enter = (code: string) => call('session', 'enter', { code });

export const loadHome = async (): Promise<Home> => {
  const home = await call('session', 'home', {});
  if (home.entered) noteServerNow(home.now);
  known = home.entered ? home.me : null;
  pinned = home.entered ? home.pinned : [];
  return home;
};

/** @throws DomainError auth.notEntered */
export const currentPerson = async (): Promise<Me> => {
  if (!known) await loadHome();
  if (!known) throw new DomainError('auth.notEntered');
  return known;
};

export const isPinned = (application: ApplicationId): boolean => pinned.includes(application);

export type EntryPoster = Output<'session', 'entryPoster'>;

/** The station's entry code for its wall; null asks for one's own station's. */
export const makeEntryPoster = (stationId: string | null) => call('session', 'entryPoster', { stationId });

/** 置顶 or 取消置顶; the last pinned stands first. @returns whether it is pinned now */
export const togglePinned = async (application: ApplicationId): Promise<boolean> => {
  const others = pinned.filter((id) => id !== application);
  const applications = isPinned(application) ? others : [application, ...others];
  ({ pinned } = await call('session', 'setPinned', { applications }));
  return isPinned(application);
};
