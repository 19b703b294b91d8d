/** What the program remembers of a person's choices, on this phone only, and how many of each. */
const MOST = {
  recentProjects: 10,
  openedProjects: 10,
  recentPeople: 20,
  recentEntries: 30,
  favouriteEntries: 200,
  usedParts: 100,
  lastChoices: 30,
} as const;

type List = keyof typeof MOST;

interface RememberedProject {
  readonly projectId: string;
  readonly name: string;
  readonly number: string;
  readonly address: string;
}

/** The last remembered first. */
export const remembered = <T>(list: List): readonly T[] => wx.getStorageSync<readonly T[] | ''>(list) || [];

/**
 * Puts the items before what was remembered; what is the same stands once.
 * @returns the list as it is now
 */
export const remember = <T>(
  list: List,
  items: readonly T[],
  idOf: (item: T) => string = String,
): readonly T[] => {
  const fresh = new Set(items.map(idOf));
  const next = [...items, ...remembered<T>(list).filter((item) => !fresh.has(idOf(item)))].slice(
    0,
    MOST[list],
  );
  wx.setStorageSync(list, next);
  return next;
};

/** @returns the list as it is now */
export const forget = (list: List, id: string): readonly string[] => {
  const next = remembered<string>(list).filter((other) => other !== id);
  wx.setStorageSync(list, next);
  return next;
};

const projectIdOf = ({ projectId }: { readonly projectId: string }): string => projectId;

/** A project the person opened or chose: 最近 of the home page. */
export const rememberOpened = (project: RememberedProject): void => {
  const { projectId, name, number, address } = project;
  remember('openedProjects', [{ projectId, name, number, address }], projectIdOf);
};

/** A project chosen for a report: 最近 of the picker, which offers only what the person supervises. */
export const rememberChosen = (project: RememberedProject): void => {
  remember('recentProjects', [project], projectIdOf);
  rememberOpened(project);
};

interface ReportMade {
  readonly projectId: string;
  readonly part: string;
}

/** What the next report on the project begins with: its 抽查部位 as a chip, the choices filled in. */
export const rememberReport = (made: ReportMade, choices: { readonly projectId: string }): void => {
  remember('usedParts', [made], ({ projectId, part }) => `${projectId} ${part}`);
  remember('lastChoices', [choices], projectIdOf);
};
