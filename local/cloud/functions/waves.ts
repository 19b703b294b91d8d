/** Counts an invocation's database calls and their sequential waves: calls that overlap in time are one wave. */
export class WaveCounter {
  calls = 0;
  waves = 0;
  private running = 0;

  async count<T>(work: () => Promise<T>): Promise<T> {
    this.calls += 1;
    if (this.running === 0) this.waves += 1;
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
    }
  }
}
