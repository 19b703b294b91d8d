import { KINDS, searchCatalogue, SEVERITIES, type CatalogueEntry } from '../domain/catalogue/catalogue';
import type { InspectionType } from '../domain/inspection/inspection';
import { severityTag } from './inspection-view';
import { failureState, type LoadState } from './paged-list';

/** Rows drawn at a time: the whole catalogue would be too many nodes for one page. */
const CHUNK = 40;

const present = (entry: CatalogueEntry) => ({
  id: entry.id,
  text: entry.text,
  basis: entry.basis,
  note: `${KINDS[entry.kind]} · ${entry.disciplineName}`,
  tag: severityTag(entry.severity, SEVERITIES[entry.severity]),
});
export type CatalogueRow = ReturnType<typeof present>;

/** What the catalogue picker shows. */
export interface CatalogueListData {
  readonly state: LoadState;
  readonly message: string;
  /** Those drawn so far. */
  readonly rows: readonly CatalogueRow[];
  /** How many fit the type and what is searched for. */
  readonly total: number;
}

export const EMPTY_CATALOGUE: CatalogueListData = { state: 'loading', message: '', rows: [], total: 0 };

/**
 * The catalogue as it is searched: the entries of one inspection type that hold the keyword, a chunk at a time.
 * @param apply shows what changed
 */
export const catalogueList = (
  load: () => Promise<readonly CatalogueEntry[]>,
  apply: (list: Partial<CatalogueListData>) => void,
) => {
  let entries: readonly CatalogueEntry[] | undefined;
  let type: InspectionType = 'comprehensive';
  let keyword = '';
  let shown = CHUNK;
  let total = 0;

  const draw = (): void => {
    // What is typed before the catalogue came waits for it.
    if (!entries) return;
    const found = searchCatalogue(entries, type, keyword);
    total = found.length;
    const rows = found.slice(0, shown).map(present);
    apply({ state: total > 0 ? 'ready' : 'empty', total, rows });
  };

  const reload = async (): Promise<void> => {
    apply({ state: 'loading', message: '' });
    try {
      entries = await load();
      draw();
    } catch (error) {
      apply({ state: failureState(error), message: (error as Error).message });
    }
  };

  return {
    reload,
    /** From the beginning, for this type. */
    open: (ofType: InspectionType): Promise<void> => {
      [type, keyword, shown] = [ofType, '', CHUNK];
      return reload();
    },
    search: (text: string): void => {
      [keyword, shown] = [text, CHUNK];
      draw();
    },
    more: (): void => {
      if (shown >= total) return;
      shown += CHUNK;
      draw();
    },
    /** The entries of these ids in their order; undefined while nothing could be chosen, the catalogue not being there. */
    entriesOf: (ids: readonly string[]): CatalogueEntry[] | undefined => {
      if (!entries) return undefined;
      const byId = new Map(entries.map((entry) => [entry.id, entry]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
  };
};
