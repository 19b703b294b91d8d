import { recordCard, type ListedInspection, type RecordCard } from './inspection-view';
import { EMPTY_LIST, pagedList, type Cursor, type ListData } from './paged-list';

export interface RecordTab<Name extends string> {
  readonly name: Name;
  readonly title: string;
  readonly empty: { readonly title: string; readonly hint: string };
}

type Fetch<Name extends string> = (query: {
  tab: Name;
  cursor: Cursor | null;
}) => Promise<{ rows: readonly ListedInspection[]; next: Cursor | null }>;

/** A page of records in tabs: what 我发送的 and 我接收的 share; they differ in tabs and in where rows come from. */
export const tabbedRecords = <Name extends string>(
  tabs: readonly [RecordTab<Name>, ...RecordTab<Name>[]],
  fetch: Fetch<Name>,
) => {
  const [firstTab] = tabs;
  const tabNamed = (name: string | undefined): RecordTab<Name> =>
    tabs.find((tab) => tab.name === name) ?? firstTab;
  return {
    data: {
      tabs,
      tab: firstTab.name as string,
      empty: firstTab.empty,
      ...(EMPTY_LIST as ListData<RecordCard>),
    },
    create: (apply: (list: Partial<ListData<RecordCard>>) => void, currentTab: () => string) =>
      pagedList<ListedInspection, RecordCard>(
        (cursor) => fetch({ tab: tabNamed(currentTab()).name, cursor }),
        (row) => recordCard(row, new Date().toISOString()),
        apply,
      ),
    shown: (name: string | undefined) => {
      const tab = tabNamed(name);
      return { tab: tab.name as string, empty: tab.empty };
    },
  };
};

export type RecordList = ReturnType<ReturnType<typeof tabbedRecords>['create']>;
