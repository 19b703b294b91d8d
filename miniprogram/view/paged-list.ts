import { failedRead, readSentence, type LoadState } from './load-state';

export interface ListData<Card> {
  readonly state: LoadState;
  /** What went wrong; beside `ready`: the cards are those of an earlier answer. */
  readonly message: string;
  readonly cards: readonly Card[];
  readonly isLoadingMore: boolean;
  readonly hasMore: boolean;
  /** The search stopped on its way: it goes on when the person says so. */
  readonly isCut: boolean;
  /** Why the next page did not come, '' when nothing failed; `more` tries again. */
  readonly moreError: string;
}

export interface Cursor {
  readonly key: string;
  readonly id: string;
}

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: Cursor | null;
  readonly isCut?: boolean;
}

export const EMPTY_LIST: ListData<never> = {
  state: 'loading',
  message: '',
  cards: [],
  isLoadingMore: false,
  hasMore: false,
  isCut: false,
  moreError: '',
};

/** How two cards are told to be of one record, and to show the same. */
export interface Sameness<Card> {
  readonly idOf: (card: Card) => string;
  readonly contentOf: (card: Card) => string;
}

const BY_CONTENT: Sameness<unknown> = {
  idOf: (card) => JSON.stringify(card),
  contentOf: (card) => JSON.stringify(card),
};

/** Where a page that was fetched begins: behind this card, null for the first; the cursor stands for that card. */
interface Start {
  readonly after: string | null;
  readonly cursor: Cursor | null;
}

const FIRST: Start = { after: null, cursor: null };

/**
 * A list that loads page by page. An answer that comes after a newer `reload` is dropped.
 * @param apply shows what changed, e.g. `(list) => this.setData(list)`
 */
export const pagedList = <Row, Card>(
  fetch: (cursor: Cursor | null) => Promise<Page<Row>>,
  present: (row: Row) => Card,
  apply: (list: Partial<ListData<Card>>) => void,
  { idOf, contentOf }: Sameness<Card> = BY_CONTENT,
) => {
  let generation = 0;
  let next: Cursor | null = null;
  let isCut = false;
  let cards: readonly Card[] = [];
  let starts: readonly Start[] = [FIRST];
  let isLoadingMore = false;

  const goOnAt = (page: Page<Row>): void => {
    next = page.next;
    isCut = page.isCut === true;
  };

  const show = (): void =>
    apply({
      // Nothing was found so far: that is not yet that there is nothing.
      state: cards.length > 0 || isCut ? 'ready' : 'empty',
      cards,
      hasMore: next !== null,
      isCut,
      message: '',
      moreError: '',
    });

  const fail = (error: unknown): void => {
    const failed = failedRead(error, cards.length > 0);
    if (failed.state === undefined) return apply(failed);
    cards = [];
    next = null;
    isCut = false;
    apply({ ...failed, cards, hasMore: false, isCut });
  };

  const reload = async (): Promise<void> => {
    generation += 1;
    const mine = generation;
    // A list that was never loaded says so already.
    if (cards.length === 0 && mine > 1) apply({ state: 'loading', message: '' });
    try {
      const page = await fetch(null);
      if (mine !== generation) return;
      goOnAt(page);
      cards = page.rows.map(present);
      starts = [FIRST];
      show();
    } catch (error) {
      if (mine === generation) fail(error);
    }
  };

  const more = async (): Promise<void> => {
    if (next === null || isLoadingMore) return;
    const mine = generation;
    const cursor = next;
    isLoadingMore = true;
    apply({ isLoadingMore, moreError: '' });
    let found: Partial<ListData<Card>> = {};
    try {
      const page = await fetch(cursor);
      if (mine !== generation || next !== cursor) return;
      const last = cards[cards.length - 1];
      if (last !== undefined) starts = [...starts, { after: idOf(last), cursor }];
      goOnAt(page);
      cards = [...cards, ...page.rows.map(present)];
      found = {
        cards,
        hasMore: next !== null,
        isCut,
        ...(cards.length === 0 && !isCut ? { state: 'empty' } : {}),
      };
    } catch (error) {
      if (mine === generation) found = { moreError: readSentence(error) };
    } finally {
      isLoadingMore = false;
      apply({ ...found, isLoadingMore });
    }
  };

  /** Where the page begins now, -1 when the card before it is gone. */
  const positionOf = ({ after }: Start): number =>
    after === null ? 0 : cards.findIndex((card) => idOf(card) === after) + 1 || -1;

  /**
   * Puts a page that was fetched again in the place of what it was. The cards after its last one stay; where that one
   * was not known, nothing tells where they would go on, and they are fetched again when they are scrolled to.
   */
  const replacePage = (start: Start, page: Page<Row>): void => {
    const position = positionOf(start);
    const known = new Map(cards.map((card) => [idOf(card), card]));
    const fresh = page.rows.map((row) => {
      const card = present(row);
      const old = known.get(idOf(card));
      return old !== undefined && contentOf(old) === contentOf(card) ? old : card;
    });
    const ids = new Set(fresh.map(idOf));
    const apart = (card: Card): boolean => !ids.has(idOf(card));
    const last = fresh[fresh.length - 1];
    const end = last === undefined ? -1 : cards.findIndex((card) => idOf(card) === idOf(last));
    const isJoined = page.next !== null && end >= position;
    cards = [
      ...cards.slice(0, position).filter(apart),
      ...fresh,
      ...(isJoined ? cards.slice(end + 1).filter(apart) : []),
    ];
    if (!isJoined) goOnAt(page);
    starts = starts.filter((each) => positionOf(each) >= 0);
  };

  /** The page that holds the card; the first where it is not told. */
  const pageOf = (id: string | null): Start => {
    const place = id === null ? 0 : cards.findIndex((card) => idOf(card) === id);
    return [...starts].reverse().find((start) => positionOf(start) <= place) ?? FIRST;
  };

  /**
   * Looks again at the first page and at the one with the card that was opened: what changed there changes here, and
   * the rest stays where it is.
   * @param touched id of the card that was opened, null for none
   */
  const refresh = async (touched: string | null): Promise<void> => {
    if (cards.length === 0) return reload();
    const mine = generation;
    const opened = pageOf(touched);
    // From behind: what changes there moves nothing before it.
    const wanted = opened.after === null ? [FIRST] : [opened, FIRST];
    try {
      const pages = await Promise.all(wanted.map(({ cursor }) => fetch(cursor)));
      if (mine !== generation) return;
      for (const [index, start] of wanted.entries()) {
        const page = pages[index];
        if (page && positionOf(start) >= 0) replacePage(start, page);
      }
      show();
    } catch (error) {
      if (mine === generation) fail(error);
    }
  };

  /** Another question was asked in the same place: what answered the old one goes first. */
  const restart = (): Promise<void> => {
    cards = [];
    next = null;
    isCut = false;
    apply({ cards, hasMore: false, isCut, message: '', moreError: '' });
    return reload();
  };

  return { reload, more, refresh, restart };
};
