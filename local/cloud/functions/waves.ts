/** An answer within the machine is faster than any network's: it waits this long, so that waves can be told apart. */
const ANSWER_DELAY_MS = 4;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Counts an invocation's database calls and their sequential waves. A call belongs to the wave that is under way
 * unless the function made it after an answer of that wave had reached it; the SDK says when, in X-Client-Timestamp.
 */
export class WaveCounter {
  calls = 0;
  waves = 0;
  private answeredAt = -Infinity;

  /** @param madeAt milliseconds since 1970, by the machine's clock */
  async count<T>(madeAt: number, work: () => Promise<T>): Promise<T> {
    this.calls += 1;
    if (this.waves === 0 || madeAt > this.answeredAt + ANSWER_DELAY_MS / 2) {
      this.waves += 1;
      this.answeredAt = Infinity;
    }
    try {
      return await work();
    } finally {
      this.answeredAt = Math.min(this.answeredAt, Date.now());
      await wait(ANSWER_DELAY_MS);
    }
  }
}
