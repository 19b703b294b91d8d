/** One line of the bench: a ratio against a baseline of the same run, seconds where a person waits for it, or a count. */
export interface Measurement {
  readonly value: number;
  readonly goal: number;
  readonly better: 'lower' | 'higher';
  /** What the value comes from. */
  readonly note?: string;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
};

const timeOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/**
 * How much longer `work` takes than `baseline`: both in turn, `rounds` times, medians. The machine's noise hits both.
 */
export const ratioOf = async (
  work: () => Promise<unknown>,
  baseline: () => Promise<unknown>,
  rounds: number,
): Promise<number> => {
  const warmUp = Math.ceil(rounds / 10);
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let round = -warmUp; round < rounds; round += 1) {
    const [a, b] = [await timeOf(work), await timeOf(baseline)];
    if (round < 0) continue;
    mine.push(a);
    theirs.push(b);
  }
  return median(mine) / median(theirs);
};
