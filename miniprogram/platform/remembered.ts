/** What the program remembers of a person's choices, on this phone only, and how many of each. */
const MOST = { recentProjects: 10, recentPeople: 20, recentEntries: 30, favouriteEntries: 200 } as const;

type List = keyof typeof MOST;

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
