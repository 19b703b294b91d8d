import { recordCard, RECORD_SAMENESS, type ListedInspection, type RecordCard } from './inspection-view';
import { EMPTY_LONG_LIST, type LongListData } from './long-list';

export interface RecordTab<Name extends string> {
  readonly name: Name;
  readonly title: string;
  readonly empty: { readonly title: string; readonly hint: string };
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
    /** @param counts a word a tab, where something waits */
    strip: (counts?: Readonly<Partial<Record<Name, string>>>) =>
      tabs.map(({ name, title }) => ({ name, title, count: counts?.[name] ?? '' })),
  };
};
