import { EMPTY_LIST, pagedList, type Cursor, type ListData, type Sameness } from './paged-list';
import { EMPTY_WINDOW, windowedRows, type MeasuredChunk, type WindowData } from './windowed-rows';

/** A list of any length as its page keeps it: the state, and the rows that are drawn. */
export type LongListData<Card> = Omit<ListData<Card>, 'cards'> & WindowData<Card>;

const EMPTY_STATE: Omit<ListData<never>, 'cards'> = {
  state: EMPTY_LIST.state,
  message: EMPTY_LIST.message,
  isLoadingMore: EMPTY_LIST.isLoadingMore,
  hasMore: EMPTY_LIST.hasMore,
  isCut: EMPTY_LIST.isCut,
  moreError: EMPTY_LIST.moreError,
};
export const EMPTY_LONG_LIST: LongListData<never> = { ...EMPTY_STATE, ...EMPTY_WINDOW };

export interface LongListOptions<Row, Card> {
  readonly fetch: (
    cursor: Cursor | null,
  ) => Promise<{ rows: readonly Row[]; next: Cursor | null; isCut?: boolean }>;
  readonly present: (row: Row) => Card;
  readonly sameness: Sameness<Card>;
  /** A chunk's height until one was measured, px. */
  readonly chunkHeight: number;
  /** Height of the screen, px. */
  readonly screen: number;
  /** setData, with what comes after it was drawn. */
  readonly apply: (patch: Readonly<Record<string, unknown>>, drawn: () => void) => void;
  /** Asks the phone how high the drawn chunks stand. */
  readonly measure: () => Promise<readonly MeasuredChunk[]>;
}

/**
 * A list that holds every row it was given and shows its page only those around the screen. Steps of the window wait
 * for the one before to be drawn: a flick sends no more than the phone can draw.
 */
export const longList = <Row, Card>(options: LongListOptions<Row, Card>) => {
  const { fetch, present, sameness, chunkHeight, screen, apply, measure } = options;
  const rows = windowedRows<Card>(chunkHeight, screen);
  const shown: Record<string, unknown> = { ...EMPTY_STATE };
  let isHidden = false;
  let isDrawing = false;
  /** The last place the screen was scrolled to while something was being drawn. */
  let waiting: number | null = null;

  const send = (patch: Readonly<Record<string, unknown>>): void => {
    if (isHidden || Object.keys(patch).length === 0) return;
    isDrawing = true;
    apply(patch, () => void settle());
  };

  const settle = async (): Promise<void> => {
    const found = isHidden ? [] : await measure();
    isDrawing = false;
    const patch = rows.measured(found);
    const place = waiting;
    waiting = null;
    if (patch) send(patch);
    if (place !== null) scrolled(place);
    fetchAhead();
  };

  /**
   * The next page is there before its end is reached; after a failure, or where a search stopped, the person says when to
   * go on.
   */
  const fetchAhead = (): void => {
    const goesOn = shown['moreError'] === '' && shown['isCut'] !== true;
    if (!isHidden && rows.isNearEnd() && goesOn) void pages.more();
  };

  const scrolled = (top: number): void => {
    if (isDrawing) {
      waiting = top;
      return;
    }
    const patch = rows.scrolled(top);
    if (patch) send(patch);
    else fetchAhead();
  };

  const pages = pagedList(
    fetch,
    present,
    ({ cards, ...state }) => {
      const changed = Object.fromEntries(
        Object.entries(state).filter(([key, value]) => shown[key] !== value),
      );
      Object.assign(shown, changed);
      send({ ...changed, ...(cards ? rows.replace(cards) : {}) });
    },
    sameness,
  );

  return {
    reload: pages.reload,
    more: pages.more,
    refresh: pages.refresh,
    restart: pages.restart,
    /** @param top how far the list is scrolled beyond its own beginning, px */
    scrolled,
    /** Another list takes its place on the page; what comes meanwhile is kept. */
    hide: (): void => {
      isHidden = true;
    },
    /** Stands on the page again, with `more` to be shown beside it. */
    unhide: (more: Readonly<Record<string, unknown>>): void => {
      isHidden = false;
      send({ ...more, ...shown, ...rows.whole() });
    },
  };
};

export type LongList = ReturnType<typeof longList>;
