const PATIENCE_MS = 60_000;

/** Asks again until there is an answer: for what comes by itself. @throws Error when it does not come in a minute */
export const until = async <T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> => {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`waited in vain for ${look.toString()}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
};
