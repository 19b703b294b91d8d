import { listed } from './words';

/** What is known of a project where it is chosen; kept on the phone for those chosen lately. */
export interface ProjectFound {
  readonly projectId: string;
  readonly name: string;
  readonly number: string;
  readonly address: string;
  /** Metres from the phone, where that is known. */
  readonly distance?: number;
}

export const PROJECT_TABS = [
  {
    name: 'near',
    title: '附近',
    empty: { title: '20 公里内没有由您监督的工程', hint: '已经定位的工程才能按距离找到，请在“全部”中选择' },
  },
  {
    name: 'recent',
    title: '最近',
    empty: { title: '还没有选过工程', hint: '选过的工程会列在这里，请在“全部”中选择' },
  },
  {
    name: 'all',
    title: '全部',
    empty: { title: '没有找到工程', hint: '这里列出由您监督的工程，请换个关键字再查' },
  },
] as const;

export type ProjectTab = (typeof PROJECT_TABS)[number]['name'];

/** 650 m, 3.2 km, 12 km */
export const spokenDistance = (metres: number): string => {
  if (metres < 1000) return `${Math.round(metres)} m`;
  const kilometres = metres / 1000;
  return `${kilometres < 9.95 ? kilometres.toFixed(1) : String(Math.round(kilometres))} km`;
};

export const projectChoice = ({ projectId, name, number, address, distance }: ProjectFound) => ({
  id: projectId,
  name,
  number,
  address,
  about: listed([number, address]),
  distance: distance === undefined ? '' : spokenDistance(distance),
});

export type ProjectChoice = ReturnType<typeof projectChoice>;
