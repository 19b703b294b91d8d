import { boxesOf, screenHeight, type Measurable } from '../platform/measure';
import { longList, type LongList } from '../view/long-list';
import type { Cursor, Sameness } from '../view/paged-list';

interface Host extends Measurable {
  setData(data: object, drawn?: () => void): void;
}

export interface ListAnswer<Row> {
  readonly rows: readonly Row[];
  readonly next: Cursor | null;
  readonly isCut?: boolean;
  /** The tab the server chose, where it was left to it. */
  readonly tab?: string;
}

interface Options<Row, Card, Answer extends ListAnswer<Row>> {
  /** @param tab '' where the page has none, or has not chosen yet */
  readonly fetch: (tab: string, cursor: Cursor | null) => Promise<Answer>;
  readonly present: (row: Row) => Card;
  readonly sameness: Sameness<Card>;
  /** How high a chunk of rows stands about, px. */
  readonly chunkHeight: number;
  /** What the page shows beside the rows of an answer. */
  readonly beside?: (answer: Answer) => object;
}

interface Tab {
  name: string;
  readonly list: LongList;
  isLoaded: boolean;
  scrollTop: number;
}

/**
 * What every page with a list does: one long list a tab, each with its place; they are looked at again when the page
 * comes back from the record that was opened. The template has an empty `.begin` at the top of the page, and
 * `.rows` around the chunks, each a `.chunk`.
 */
export const listScreen = <Row, Card, Answer extends ListAnswer<Row>>(
  host: Host,
  options: Options<Row, Card, Answer>,
) => {
  const tabs: Tab[] = [];
  let pending: object = {};
  let scrollTop = 0;
  let listTop = 0;
  let opened: string | null = null;

  const measure = async () => {
    const [begins = [], rows = [], chunks = []] = await boxesOf(host, '.begin', '.rows', '.chunk');
    const [begin] = begins;
    const [list] = rows;
    if (begin && list) listTop = list.top - begin.top;
    return chunks.map(({ dataset, height }) => ({ number: Number(dataset['number']), height }));
  };

  const make = (name: string): Tab => {
    const tab: Tab = {
      name,
      isLoaded: false,
      scrollTop: 0,
      list: longList<Row, Card>({
        ...options,
        fetch: async (cursor) => {
          const answer = await options.fetch(tab.name, cursor);
          tab.isLoaded = true;
          tab.name = answer.tab ?? tab.name;
          if (tab === current) pending = { ...pending, ...options.beside?.(answer) };
          return answer;
        },
        screen: screenHeight(),
        measure,
        apply: (patch, drawn) => {
          host.setData({ ...pending, ...patch }, drawn);
          pending = {};
        },
      }),
    };
    tabs.push(tab);
    return tab;
  };

  let current = make('');

  /** An answer may change what stands beside the rows and no row. */
  const flush = (): void => {
    if (Object.keys(pending).length === 0) return;
    host.setData(pending);
    pending = {};
  };

  const reload = async (): Promise<void> => {
    await current.list.reload();
    flush();
  };

  return {
    /** Which tab the page begins with, when somebody asked for one. */
    begin: (name: string): void => {
      current.name = name;
    },

    reload,

    /** Another question is asked in the same place; what the other tabs hold answers the old one. */
    restart: async (): Promise<void> => {
      tabs.splice(0, tabs.length, current);
      await current.list.restart();
      flush();
    },

    /** The page is on the screen: for the first time, or again. */
    show: async (): Promise<void> => {
      if (!current.isLoaded) return reload();
      await current.list.refresh(opened);
      opened = null;
      flush();
    },

    /** @param beside what the page shows with the other tab */
    turnTo: (name: string, beside: Readonly<Record<string, unknown>>): void => {
      if (name === current.name) return;
      current.scrollTop = scrollTop;
      current.list.hide();
      current = tabs.find((tab) => tab.name === name) ?? make(name);
      const { scrollTop: place } = current;
      current.list.unhide(beside);
      if (place !== scrollTop) void wx.pageScrollTo({ scrollTop: place, duration: 0 });
      if (!current.isLoaded) void reload();
    },

    scrolled: (top: number): void => {
      scrollTop = top;
      current.list.scrolled(top - listTop);
    },

    more: (): void => {
      void current.list.more();
    },

    /** The record with this id is opened: what becomes of it is looked at on return. */
    opens: (id: string): void => {
      opened = id;
    },
  };
};

export type ListScreen = ReturnType<typeof listScreen>;
