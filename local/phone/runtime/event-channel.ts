type Listener = (...values: unknown[]) => void;

/** Between a page and the one that opened it (docs: EventChannel). What was sent before a listener came is kept. */
export class EventChannel {
  private readonly listeners = new Map<string, { readonly run: Listener; readonly isOnce: boolean }[]>();
  private readonly waiting = new Map<string, unknown[][]>();

  /** Tells this end's own listeners. */
  hear(name: string, ...values: unknown[]): void {
    const listeners = this.listeners.get(name) ?? [];
    if (listeners.length === 0) {
      this.waiting.set(name, [...(this.waiting.get(name) ?? []), values]);
      return;
    }
    this.listeners.set(
      name,
      listeners.filter(({ isOnce }) => !isOnce),
    );
    for (const { run } of listeners) run(...values);
  }

  /** Until it is one of a pair, a channel hears itself. */
  emit: (name: string, ...values: unknown[]) => void = (name, ...values) => this.hear(name, ...values);

  private add(name: string, run: Listener, isOnce: boolean): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), { run, isOnce }]);
    const waiting = this.waiting.get(name) ?? [];
    this.waiting.delete(name);
    for (const values of waiting) this.hear(name, ...values);
  }

  on(name: string, listener: Listener): void {
    this.add(name, listener, false);
  }

  once(name: string, listener: Listener): void {
    this.add(name, listener, true);
  }

  off(name: string, listener?: Listener): void {
    const kept = listener ? (this.listeners.get(name) ?? []).filter(({ run }) => run !== listener) : [];
    this.listeners.set(name, kept);
  }
}

/** Two ends of one channel: what one sends, the other hears. */
export const channelPair = (): { readonly opener: EventChannel; readonly opened: EventChannel } => {
  const [opener, opened] = [new EventChannel(), new EventChannel()];
  opener.emit = (name, ...values) => opened.hear(name, ...values);
  opened.emit = (name, ...values) => opener.hear(name, ...values);
  return { opener, opened };
};
