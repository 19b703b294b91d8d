import { mayEver } from '../domain/access/permits';
import { APPLICATIONS, applicationsFor, type ApplicationId } from '../domain/applications/applications';
import type { InboxBox } from '../domain/inbox/inbox-item';
import type { Home } from '../services/session';
import { statusTag, UNCONFIRMED_TAG, type Tag } from './inspection-view';
import { greeting, spokenTime } from './time';
import { listed } from './words';

type Entered = Extract<Home, { entered: true }>;

type Roles = Entered['me']['roles'];

/** What can be opened from the home page: the applications, and what is no application of the manual's. */
export type TileId = ApplicationId | 'poster';

interface Place {
  readonly icon: string;
  readonly url: string;
  /** What is done there, where there is room to say it. */
  readonly about: (roles: Roles) => string;
}

/** How each application looks on the grid and where it opens; its name and whom it is for are the domain's. */
const PLACES: Readonly<Record<TileId, Place>> = {
  location: {
    icon: 'location',
    url: '/pages/project/location/location',
    about: (roles) => (mayEver(roles, 'project.locate') ? '列表与定位' : '列表与扫码'),
  },
  inspection: {
    icon: 'camera',
    url: '/pages/inspection/index/index',
    about: (roles) => (mayEver(roles, 'inspection.submit') ? '上报与审核' : '收到的记录'),
  },
  poster: { icon: 'code', url: '/pages/board/poster/poster', about: () => '打印张贴，扫码进入' },
};

interface Waiting {
  readonly duties: number;
  readonly unread: number;
}

/** What waits in each application: what is to be done, and what was delivered and not read. */
const waitingIn = ({ counts }: Entered): Readonly<Partial<Record<ApplicationId, Waiting>>> => ({
  inspection: { duties: counts.toReview + counts.toConfirm, unread: counts.delivered },
});

interface Tile {
  readonly id: TileId;
  readonly name: string;
  readonly icon: string;
  readonly url: string;
  readonly about: string;
  readonly isPinned: boolean;
  readonly badge: string;
  readonly label: string;
}

const tileOf = (id: TileId, name: string, roles: Roles): Tile => {
  const { icon, url, about } = PLACES[id];
  return { id, name, icon, url, about: about(roles), isPinned: false, badge: '', label: name };
};

const applicationTiles = (home: Entered): Tile[] => {
  const waiting = waitingIn(home);
  const { roles } = home.me;
  return applicationsFor(roles, home.pinned).map(({ id, isPinned }) => {
    const { name } = APPLICATIONS[id];
    const { duties, unread } = waiting[id] ?? { duties: 0, unread: 0 };
    const count = duties + unread;
    return {
      ...tileOf(id, name, roles),
      isPinned,
      badge: count > 99 ? '99+' : count > 0 ? String(count) : '',
      label: [name, isPinned && '已置顶', duties > 0 && `${duties} 条未办`, unread > 0 && `${unread} 条未读`]
        .filter(Boolean)
        .join('，'),
    };
  });
};

/** The grid: what was pinned first, each with what waits in it; last what else the person may open. */
const tilesOf = (home: Entered): Tile[] => [
  ...applicationTiles(home),
  ...(mayEver(home.me.roles, 'station.poster') ? [tileOf('poster', '入口码海报', home.me.roles)] : []),
];

/** So few tiles have room to say what they are for. */
const FEW_TILES = 2;

/** What each duty asks for. */
const dutyWords = (box: InboxBox): { readonly title: string; readonly tag: Tag } =>
  box === 'inspection.toConfirm'
    ? { title: '确认共同检查', tag: UNCONFIRMED_TAG }
    : { title: '审核监督检查记录', tag: statusTag('pendingReview') };

/** Who only administers sees no projects. */
const seesProjects = (roles: readonly string[]): boolean => roles.some((role) => role !== 'administrator');

interface Identity {
  readonly line: string;
  /** 行政执法证 with its number; '' for none. */
  readonly certificate: string;
}

/** One line a unit and position, however many projects it is held on. */
const identitiesOf = (posts: Entered['me']['posts']): Identity[] => {
  const found = new Map<string, { certificate: string; projects: number }>();
  for (const { organisation, position, certificate, project } of posts) {
    const line = listed([organisation, position]);
    const projects = (found.get(line)?.projects ?? 0) + (project === null ? 0 : 1);
    found.set(line, { certificate: certificate ? `行政执法证 ${certificate}` : '', projects });
  }
  return [...found].map(([line, { certificate, projects }]) => ({
    line: projects > 1 ? listed([line, `${projects} 个工程`]) : line,
    certificate,
  }));
};

/** What will come to the person, or what they are here for who have nothing coming. */
const noDutiesFor = (roles: Roles): string => {
  if (mayEver(roles, 'inspection.review'))
    return '没有要办的事。需要您审核的记录、请您确认的共同检查会出现在这里。';
  if (roles.includes('participant')) return '没有要办的事。需要您处理的通知会出现在这里。';
  if (roles.includes('bureau')) return '没有要办的事。辖区内的工程可以在下面查看。';
  return '没有要办的事。本站的入口码海报可以在下面打开，打印后张贴。';
};

export const homeView = (home: Entered) => {
  const applications = tilesOf(home);
  const { roles } = home.me;
  return {
    greeting: `${greeting(home.now)}，${home.me.name}`,
    identities: identitiesOf(home.me.posts),
    dutyCount: home.counts.toReview + home.counts.toConfirm,
    duties: home.duties.map((duty) => ({
      id: duty.inspectionId,
      ...dutyWords(duty.box),
      where: listed([duty.projectName, duty.part]),
      by: `${duty.authorName}\u00a0· `,
      when: spokenTime(duty.at, home.now),
    })),
    noDuties: noDutiesFor(roles),
    applications,
    isFew: applications.length <= FEW_TILES,
    seesProjects: seesProjects(roles),
  };
};

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
  isFew: false,
  seesProjects: false,
};
