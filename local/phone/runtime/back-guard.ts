/** What a step back closes before it closes the page: page-containers, the last one first. */
const guards: (() => void)[] = [];

/** @returns takes the guard away again */
export const guardBack = (close: () => void): (() => void) => {
  guards.push(close);
  return () => {
    const index = guards.indexOf(close);
    if (index >= 0) guards.splice(index, 1);
  };
};

/** @returns whether something was closed in the page's place */
export const closeGuard = (): boolean => {
  const close = guards.pop();
  close?.();
  return close !== undefined;
};
