import { APPLICATIONS, applicationsFor, type ApplicationId } from '../domain/applications/applications';
import type { InboxBox } from '../domain/inbox/inbox-item';
import type { Home } from '../services/session';
import { statusTag, UNCONFIRMED_TAG, type Tag } from './inspection-view';
import { greeting, spokenTime } from './time';

type Entered = Extract<Home, { entered: true }>;

/** How each application looks on the grid and where it opens; its name and whom it is for are the domain's. */
const PLACES: Readonly<Record<ApplicationId, { readonly icon: string; readonly url: string }>> = {
  location: { icon: 'location', url: '/pages/project/location/location' },
  inspection: { icon: 'camera', url: '/pages/inspection/index/index' },
};

interface Waiting {
  readonly duties: number;
  readonly unread: number;
}

/** What waits in each application: what is to be done, and what was delivered and not read. */
const waitingIn = ({ counts }: Entered): Readonly<Partial<Record<ApplicationId, Waiting>>> => ({
  inspection: { duties: counts.toReview + counts.toConfirm, unread: counts.delivered },
});

/** The grid: what was pinned first, each with what waits in it. */
export const applicationTiles = (home: Entered) => {
  const waiting = waitingIn(home);
  return applicationsFor(home.me.roles, home.pinned).map(({ id, isPinned }) => {
    const { name } = APPLICATIONS[id];
    const { duties, unread } = waiting[id] ?? { duties: 0, unread: 0 };
    const count = duties + unread;
    return {
      id,
      name,
      ...PLACES[id],
      isPinned,
      badge: count > 99 ? '99+' : count > 0 ? String(count) : '',
      label: [name, isPinned && '已置顶', duties > 0 && `${duties} 条未办`, unread > 0 && `${unread} 条未读`]
        .filter(Boolean)
        .join('，'),
    };
  });
};

/** What each duty asks for. */
const dutyWords = (box: InboxBox): { readonly title: string; readonly tag: Tag } =>
  box === 'inspection.toConfirm'
    ? { title: '确认共同检查', tag: UNCONFIRMED_TAG }
    : { title: '审核监督检查记录', tag: statusTag('pendingReview') };

/** Who only administers sees no projects. */
const seesProjects = (roles: readonly string[]): boolean => roles.some((role) => role !== 'administrator');

/** One line a unit and position, however many projects it is held on. */
const identitiesOf = (posts: Entered['me']['posts']): string[] => {
  const projects = new Map<string, number>();
  for (const { organisation, position, certificate, project } of posts) {
    const words = [organisation, position, certificate && `行政执法证 ${certificate}`];
    const line = words.filter(Boolean).join(' · ');
    projects.set(line, (projects.get(line) ?? 0) + (project === null ? 0 : 1));
  }
  return [...projects].map(([line, count]) => (count > 1 ? `${line} · ${count} 个工程` : line));
};

export const homeView = (home: Entered) => ({
  greeting: `${greeting(home.now)}，${home.me.name}`,
  identities: identitiesOf(home.me.posts),
  dutyCount: home.counts.toReview + home.counts.toConfirm,
  duties: home.duties.map((duty) => ({
    id: duty.inspectionId,
    ...dutyWords(duty.box),
    subtitle: `${duty.projectName} · ${duty.authorName} · ${spokenTime(duty.at, home.now)}`,
  })),
  noDuties: home.me.roles.includes('participant')
    ? '没有要办的事。需要您处理的通知会出现在这里。'
    : '没有要办的事。需要您审核的记录、请您确认的共同检查会出现在这里。',
  applications: applicationTiles(home),
  seesProjects: seesProjects(home.me.roles),
});

/** Projects of each tab of the home page before 工程列表. */
export const SHOWN_PROJECTS = 3;

export const HOME_PROJECT_TABS = [
  { name: 'recent', title: '最近', empty: '打开过的工程会列在这里，请从“工程列表”中查找' },
  { name: 'near', title: '附近', empty: '20 公里内没有已定位的工程，请从“工程列表”中查找' },
] as const;

export type HomeProjectTab = (typeof HOME_PROJECT_TABS)[number]['name'];

type HomeView = ReturnType<typeof homeView>;

export const EMPTY_HOME: HomeView = {
  greeting: '',
  identities: [],
  dutyCount: 0,
  duties: [],
  noDuties: '',
  applications: [],
  seesProjects: false,
};
