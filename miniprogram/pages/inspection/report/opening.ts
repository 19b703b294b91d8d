import { metresBetween } from '../../../domain/project/distance';
import { isOpenFor } from '../../../domain/project/project-state';
import { isLocationAllowed, roughPosition } from '../../../platform/location';
import { remembered } from '../../../platform/remembered';
import type { NameablePeople } from '../../../services/inspection';
import { listNearby } from '../../../services/project';
import { spokenDistance, type ProjectFound } from '../../../view/project-choice';

/** Why this project stands at the top: named by whoever opened the page, or proposed. */
export type Why = 'named' | 'nearest' | 'last';

const WHY_WORDS: Readonly<Record<Why, string>> = {
  named: '',
  nearest: '离您最近',
  last: '上次选用，请核对',
};

/** Where the phone is, when that is known without asking; null otherwise. */
const whereabouts = async () => {
  try {
    return (await isLocationAllowed()) ? await roughPosition() : null;
  } catch {
    return null;
  }
};

/** The nearest of the projects the person supervises, else the one chosen last; null: the person chooses. */
export const proposeProject = async (): Promise<{ readonly projectId: string; readonly why: Why } | null> => {
  const point = await whereabouts();
  if (point) {
    const { lng, lat } = point;
    // It only proposes: what fails here leaves the choice to the person.
    const near = await listNearby({ lng, lat, scope: 'supervised' }).catch(() => null);
    const nearest = near?.rows.find(({ state }) => isOpenFor('inspection.submit', state));
    if (nearest) return { projectId: nearest.projectId, why: 'nearest' };
  }
  const [last] = remembered<ProjectFound>('recentProjects');
  return last ? { projectId: last.projectId, why: 'last' } : null;
};

/** The project as it stands at the top of the page. */
export interface ProjectHead {
  readonly name: string;
  /** 监督注册号, distance and why it is proposed. */
  readonly about: string;
}

export const projectHead = async (
  { name, number, position }: NameablePeople['project'],
  why: Why,
): Promise<ProjectHead> => {
  const point = position && (await whereabouts());
  const distance = point && position ? `距您 ${spokenDistance(metresBetween(point, position))}` : '';
  return { name, about: [number, distance, WHY_WORDS[why]].filter((words) => words !== '').join(' · ') };
};
