import { FunctionFailure } from './failure';

interface Waiting {
  readonly name: string;
  readonly isNested: boolean;
  readonly enter: () => void;
  readonly refuse: (failure: Error) => void;
}

/** The places of those at work, and the queue before them. One function never has them all. */
export class Places {
  private readonly queue: Waiting[] = [];
  private readonly taken = new Map<string, number>();
  private working = 0;
  private readonly most: number;
  private readonly mostOfOne: number;
  private readonly mostWaiting: number;

  /** @param mostWaiting of plain calls, and of nested ones */
  constructor(most: number, mostWaiting: number) {
    this.most = most;
    // A place stays for others, also while this many calls of one function loop.
    this.mostOfOne = Math.max(1, most - 1);
    this.mostWaiting = mostWaiting;
  }

  /** @throws FunctionFailure busy, when too many wait already */
  enter(name: string, isNested: boolean): Promise<void> {
    return new Promise((enter, refuse) => {
      if (this.hasRoomFor(name)) {
        this.goOn(name);
        enter();
        return;
      }
      if (this.queue.filter((each) => each.isNested === isNested).length >= this.mostWaiting) {
        refuse(new FunctionFailure('busy', `more than ${this.mostWaiting} calls are waiting`));
        return;
      }
      const waiting = { name, isNested, enter, refuse };
      if (isNested) this.queue.unshift(waiting);
      else this.queue.push(waiting);
    });
  }

  /** Takes a place whether there is one or not. */
  goOn(name: string): void {
    this.working += 1;
    this.taken.set(name, (this.taken.get(name) ?? 0) + 1);
  }

  /** Whoever waits longest, and may, takes the place that becomes free. */
  leave(name: string): void {
    this.working -= 1;
    this.taken.set(name, (this.taken.get(name) ?? 0) - 1);
    const index = this.queue.findIndex((each) => this.hasRoomFor(each.name));
    const [next] = index < 0 ? [] : this.queue.splice(index, 1);
    if (!next) return;
    this.goOn(next.name);
    next.enter();
  }

  refuseAll(failure: Error): void {
    for (const { refuse } of this.queue.splice(0)) refuse(failure);
  }

  private hasRoomFor(name: string): boolean {
    return this.working < this.most && (this.taken.get(name) ?? 0) < this.mostOfOne;
  }
}
