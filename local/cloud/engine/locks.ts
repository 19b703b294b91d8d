/** Which transaction holds which document, and who waits for it. Documents are named `collection/key`. */
export class Locks {
  private readonly holders = new Map<string, string>();
  private readonly waiting: (() => void)[] = [];

  holderOf(name: string): string | undefined {
    return this.holders.get(name);
  }

  take(name: string, transactionId: string): void {
    this.holders.set(name, transactionId);
  }

  releaseAll(transactionId: string): void {
    for (const [name, holder] of this.holders) if (holder === transactionId) this.holders.delete(name);
    for (const wake of this.waiting.splice(0)) wake();
  }

  /** Resolves when some transaction has let go of its documents. */
  change(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
    });
  }
}
