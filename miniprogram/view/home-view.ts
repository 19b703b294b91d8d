import type { Role } from '../domain/people/post';
import type { Home } from '../services/session';
import type { Tag } from './inspection-view';
import { greeting, spokenTime } from './time';

type Entered = Extract<Home, { entered: true }>;

interface Application {
  readonly name: string;
  readonly icon: string;
  readonly url: string;
  readonly count: number;
}

const STATION_ROLES: readonly Role[] = ['supervisor', 'deputy', 'head', 'province'];

/** The applications the person may use, with what waits in each. */
const applicationsFor = ({ me, counts }: Entered): Application[] => {
  const isStation = me.roles.some((role) => STATION_ROLES.includes(role));
  const isParticipant = me.roles.includes('participant');
  const location = { name: '工程定位', icon: 'location', url: '/pages/project/location/location', count: 0 };
  const inspection = {
    name: '监督检查',
    icon: 'camera',
    url: '/pages/inspection/index/index',
    count: counts.toReview + counts.delivered,
  };
  return [
    ...(isStation || isParticipant || me.roles.includes('bureau') ? [location] : []),
    ...(isStation || isParticipant ? [inspection] : []),
  ];
};

const WAITING: Tag = { word: '待审核', tone: 'waiting', sign: '…' };

export const homeView = (home: Entered) => ({
  greeting: `${greeting(home.now)}，${home.me.name}`,
  identity: home.me.posts
    .map(({ position, organisation, certificate }) =>
      [organisation, position, certificate && `行政执法证 ${certificate}`].filter(Boolean).join(' · '),
    )
    .join('；'),
  dutyCount: home.counts.toReview,
  duties: home.duties.map((duty) => ({
    id: duty.inspectionId,
    title: '审核监督检查记录',
    subtitle: `${duty.projectName} · ${duty.authorName} · ${spokenTime(duty.at, home.now)}`,
    tag: WAITING,
  })),
  applications: applicationsFor(home),
});

type HomeView = ReturnType<typeof homeView>;

export const EMPTY_HOME: HomeView = {
  greeting: '',
  identity: '',
  dutyCount: 0,
  duties: [],
  applications: [],
};
