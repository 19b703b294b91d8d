interface Kept {
  readonly data: unknown;
  /** ms since 1970; a day when the page names none. */
  readonly expireTimeStamp: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const keyOf = (path: string): string => `phone-exit-state:${path}`;

/** Keeps what onSaveExitState answers until the page opens again (docs: 退出状态). */
export const keepExitState = (path: string, answer: unknown): void => {
  const { data, expireTimeStamp = Date.now() + DAY_MS } = (answer ?? {}) as Partial<Kept>;
  if (data !== undefined) sessionStorage.setItem(keyOf(path), JSON.stringify({ data, expireTimeStamp }));
};

/** @returns what was kept, once */
export const takeExitState = (path: string): unknown => {
  const text = sessionStorage.getItem(keyOf(path));
  sessionStorage.removeItem(keyOf(path));
  if (!text) return undefined;
  const { data, expireTimeStamp } = JSON.parse(text) as Kept;
  return expireTimeStamp > Date.now() ? data : undefined;
};
