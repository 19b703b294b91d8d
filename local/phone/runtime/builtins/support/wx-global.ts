type Call = (options: object) => unknown;

/** The `wx` that pages have: navigator and button do what a page could do itself. */
export const callWx = (name: string, options: object): void => {
  const wx = (globalThis as unknown as { wx?: Readonly<Record<string, Call | undefined>> }).wx;
  wx?.[name]?.(options);
};
