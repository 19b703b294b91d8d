/** So many a night: a run ends within the function's minute, and the next night goes on. */
const MOST_BATCHES = 50;

/**
 * Goes through what is older than a day by the instant it is ordered by.
 * @param batch takes the instant to go on after; answers the last one it saw, or undefined when there was none
 */
export const inBatches = async (batch: (after: string) => Promise<string | undefined>): Promise<void> => {
  let after = '';
  for (let count = 0; count < MOST_BATCHES; count += 1) {
    const last = await batch(after);
    if (last === undefined) return;
    after = last;
  }
};
