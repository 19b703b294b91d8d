/** Whether an expression's value counts as true: not for false, 0, null and nothing. */
export const isTrue = (value: unknown): boolean =>
  value !== false && value !== 0 && value !== null && value !== undefined;
