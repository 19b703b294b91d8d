import type { Role } from '../people/post';

export interface Application {
  /** The manual's word; a long one may be shortened on the grid alone. */
  readonly name: string;
  readonly roles: readonly Role[];
}

const STATION: readonly Role[] = ['supervisor', 'deputy', 'head', 'province'];

/** The applications of the home page, in the order they stand there, and whom each is for. */
export const APPLICATIONS = {
  location: { name: '工程定位', roles: [...STATION, 'bureau', 'participant'] },
  inspection: { name: '监督检查', roles: [...STATION, 'participant'] },
} as const satisfies Record<string, Application>;

export type ApplicationId = keyof typeof APPLICATIONS;
export const APPLICATION_IDS = Object.keys(APPLICATIONS) as ApplicationId[];

export const isApplication = (id: string): id is ApplicationId => id in APPLICATIONS;

/**
 * Those somebody of these roles may use, what they pinned first (置顶, manual 2.3), each once.
 * @param pinned in the order they were pinned, the last first
 */
export const applicationsFor = (
  roles: readonly Role[],
  pinned: readonly ApplicationId[],
): readonly { readonly id: ApplicationId; readonly isPinned: boolean }[] => {
  const usable = APPLICATION_IDS.filter((id) => {
    const allowed: readonly Role[] = APPLICATIONS[id].roles;
    return roles.some((role) => allowed.includes(role));
  });
  const first = pinned.filter((id) => usable.includes(id));
  return [
    ...first.map((id) => ({ id, isPinned: true })),
    ...usable.filter((id) => !first.includes(id)).map((id) => ({ id, isPinned: false })),
  ];
};
