import { messageOf } from '../domain/errors';
import { queryWords } from '../domain/search/search-words';
import { recordCard, RECORD_SAMENESS, type ListedInspection, type RecordCard } from './inspection-view';
import { EMPTY_LONG_LIST, type LongListData } from './long-list';

export interface RecordTab<Name extends string> {
  readonly name: Name;
  readonly title: string;
  readonly empty: { readonly title: string; readonly hint: string };
  /** Stands there only where something waits in it. */
  readonly isSeldom?: boolean;
}

/** A chunk of record cards without pictures in the usual type, px: what a list begins with before it was measured. */
const CHUNK_HEIGHT = 600;

/** What every list of records gives its screen. */
export const RECORD_ROWS = {
  present: (row: ListedInspection): RecordCard => recordCard(row, new Date().toISOString()),
  sameness: RECORD_SAMENESS,
  chunkHeight: CHUNK_HEIGHT,
};

export const EMPTY_RECORDS: LongListData<RecordCard> = EMPTY_LONG_LIST;

/** The tabs of a page of records: what 我发送的 and 我接收的 share. */
export const recordTabs = <Name extends string>(tabs: readonly [RecordTab<Name>, ...RecordTab<Name>[]]) => {
  const [first] = tabs;
  const named = (name: string | undefined): RecordTab<Name> => tabs.find((tab) => tab.name === name) ?? first;
  return {
    /** The tab somebody asked for, as the server knows it; null when they asked for none. */
    asked: (name: string | undefined): Name | null => tabs.find((tab) => tab.name === name)?.name ?? null,
    /** What a page shows of the tab that is open. */
    open: (name: string | undefined) => {
      const tab = named(name);
      return { tab: tab.name as string, empty: tab.empty };
    },
    /** @param counts a word a tab, where something waits; @param open the tab that is open: it never goes */
    strip: (counts?: Readonly<Partial<Record<Name, string>>>, open = '') =>
      tabs
        .filter(({ name, isSeldom }) => !isSeldom || name === open || (counts?.[name] ?? '') !== '')
        .map(({ name, title }) => ({ name, title, count: counts?.[name] ?? '' })),
  };
};

/** What a list of records says under a search of it. */
export const EMPTY_SEARCH = {
  keyword: '',
  /** Why what was typed is not looked up, '' where it is. */
  searchHint: '',
};

/** What the page shows of what was typed; `keyword` only where it is looked up. */
export const searchOf = (keyword: string): Partial<typeof EMPTY_SEARCH> => {
  const isTooShort = keyword.trim() !== '' && queryWords(keyword).length === 0;
  return isTooShort ? { searchHint: messageOf('search.tooShort') } : { keyword, searchHint: '' };
};
