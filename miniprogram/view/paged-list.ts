import { DomainError } from '../domain/errors';

export type LoadState = 'loading' | 'ready' | 'empty' | 'error' | 'offline' | 'denied';

export interface ListData<Card> {
  readonly state: LoadState;
  readonly message: string;
  readonly cards: readonly Card[];
  readonly isLoadingMore: boolean;
  readonly hasMore: boolean;
}

export interface Cursor {
  readonly key: string;
  readonly id: string;
}

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: Cursor | null;
}

export const EMPTY_LIST: ListData<never> = {
  state: 'loading',
  message: '',
  cards: [],
  isLoadingMore: false,
  hasMore: false,
};

/** A page of one record was opened without saying which. @throws DomainError record.notNamed */
export const requireNamed = (id: string): void => {
  if (id === '') throw new DomainError('record.notNamed');
};

/** Which face a page shows for what was thrown. */
export const failureState = (error: unknown): LoadState => {
  if (!(error instanceof DomainError)) return 'error';
  if (error.code === 'network.unavailable') return 'offline';
  return error.code === 'access.denied' ||
    error.code === 'record.notVisible' ||
    error.code === 'auth.noPostInForce'
    ? 'denied'
    : 'error';
};

/**
 * A list that loads page by page. An answer that comes after a newer `reload` is dropped.
 * @param apply shows what changed, e.g. `(list) => this.setData(list)`
 */
export const pagedList = <Row, Card>(
  fetch: (cursor: Cursor | null) => Promise<Page<Row>>,
  present: (row: Row) => Card,
  apply: (list: Partial<ListData<Card>>) => void,
) => {
  let generation = 0;
  let next: Cursor | null = null;
  let cards: readonly Card[] = [];
  let isLoadingMore = false;

  const reload = async (): Promise<void> => {
    generation += 1;
    const mine = generation;
    // A list that was never loaded says so already.
    if (cards.length === 0 && mine > 1) apply({ state: 'loading', message: '' });
    try {
      const page = await fetch(null);
      if (mine !== generation) return;
      next = page.next;
      cards = page.rows.map(present);
      apply({ state: cards.length > 0 ? 'ready' : 'empty', cards, hasMore: next !== null, message: '' });
    } catch (error) {
      if (mine !== generation) return;
      cards = [];
      apply({ state: failureState(error), message: (error as Error).message, cards, hasMore: false });
    }
  };

  const more = async (): Promise<void> => {
    if (next === null || isLoadingMore) return;
    const mine = generation;
    isLoadingMore = true;
    apply({ isLoadingMore });
    try {
      const page = await fetch(next);
      if (mine !== generation) return;
      next = page.next;
      cards = [...cards, ...page.rows.map(present)];
      apply({ cards, hasMore: next !== null });
    } finally {
      isLoadingMore = false;
      apply({ isLoadingMore });
    }
  };

  /** Forgets what is shown before another list is loaded in the same place. */
  const clear = (): void => {
    cards = [];
    apply({ cards: [], hasMore: false });
  };

  return { reload, more, clear };
};
