import type { CatalogueEntry } from '../../domain/catalogue/catalogue';
import type { InspectionType } from '../../domain/inspection/inspection';
import { forget, remember, remembered } from '../../platform/remembered';
import { loadCatalogue, renewCatalogue } from '../../services/catalogue';
import {
  catalogueRows,
  KIND_FILTERS,
  placeTitle,
  SHELVES,
  type CatalogueRow,
  type KindFilter,
  type Shelf,
} from '../../view/catalogue-rows';
import { failedRead, type LoadState } from '../../view/load-state';
import { EMPTY_WINDOW, type WindowData } from '../../view/windowed-rows';
import { drawnRows, topAgain, type DrawnRows } from '../drawn-rows';

/** Four rows of the usual type, px. */
const CHUNK_HEIGHT = 320;

const EMPTY_WORDS = {
  usual: { title: '还没有常用的条目', hint: '点条目右边的星收藏；选用过的也会列在这里' },
  search: { title: '没有找到条目', hint: '请换个词，或在问题补充说明中填写' },
  tree: { title: '没有这类条目', hint: '请换到另一类，或在问题补充说明中填写' },
};

/** What is not shown: the catalogue is in memory and never in data. */
interface Memory {
  entries: readonly CatalogueEntry[] | null;
  list: DrawnRows<CatalogueRow>;
  favourites: readonly string[];
  recent: readonly string[];
}

/** Chooses standard terms and violations of the inspection type. Tells `pick` with the entries. */
Component({
  properties: {
    isOpen: Boolean,
    type: String,
    pickedIds: Array,
  },
  data: {
    ...(EMPTY_WINDOW as WindowData<CatalogueRow>),
    shelves: SHELVES,
    kinds: KIND_FILTERS,
    kind: 'all' as KindFilter,
    state: 'loading' as LoadState,
    message: '',
    shelf: 'term' as Shelf,
    discipline: '',
    keyword: '',
    place: null as ReturnType<typeof placeTitle>,
    empty: EMPTY_WORDS.tree,
    picked: [] as string[],
    scrollTop: 0,
  },
  observers: {
    isOpen(isOpen: boolean) {
      if (!isOpen) return;
      this.setData({ picked: [...(this.properties.pickedIds as string[])], keyword: '', kind: 'all' });
      void this.load();
    },
    type() {
      this.setData({ discipline: '' });
    },
  },
  methods: {
    memory(): Memory {
      const self = this as unknown as { kept?: Memory };
      self.kept ??= {
        entries: null,
        list: drawnRows<CatalogueRow>(this, CHUNK_HEIGHT),
        favourites: [],
        recent: [],
      };
      return self.kept;
    },
    async load() {
      const memory = this.memory();
      if (!memory.entries) this.setData({ state: 'loading', message: '' });
      try {
        memory.entries = await loadCatalogue();
        memory.favourites = remembered<string>('favouriteEntries');
        memory.recent = remembered<string>('recentEntries');
        this.show();
        void renewCatalogue();
      } catch (error) {
        this.setData(failedRead(error, memory.entries !== null));
      }
    },
    rows(): CatalogueRow[] {
      const { entries, favourites, recent } = this.memory();
      const { shelf, discipline, keyword, kind, picked } = this.data;
      return catalogueRows(
        entries ?? [],
        { type: this.properties.type as InspectionType, shelf, discipline, keyword, kind },
        { picked, favourites, recent },
      );
    },
    /** Another place of the catalogue, from its beginning. */
    show(change: Partial<{ shelf: Shelf; discipline: string; keyword: string; kind: KindFilter }> = {}) {
      const { entries, list } = this.memory();
      Object.assign(this.data, change);
      // What is typed before the catalogue came waits for it.
      if (!entries) return this.setData(change);
      const { shelf, discipline, keyword, kind } = this.data;
      const rows = this.rows();
      list.begin(rows, {
        ...change,
        state: rows.length > 0 ? 'ready' : 'empty',
        empty: keyword ? EMPTY_WORDS.search : shelf === 'usual' ? EMPTY_WORDS.usual : EMPTY_WORDS.tree,
        place: placeTitle(rows, entries, {
          type: this.properties.type as InspectionType,
          shelf,
          discipline,
          keyword,
          kind,
        }),
        scrollTop: topAgain(this.data.scrollTop),
      });
    },
    onShelf({ detail }: WechatMiniprogram.CustomEvent<{ name: Shelf }>) {
      this.show({ shelf: detail.name, discipline: '', keyword: '' });
    },
    onSearch({ detail }: WechatMiniprogram.CustomEvent<{ keyword: string }>) {
      this.show({ keyword: detail.keyword });
    },
    onKind({ detail }: WechatMiniprogram.CustomEvent<{ value: KindFilter }>) {
      this.show({ kind: detail.value });
    },
    onDiscipline(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.show({ discipline: event.currentTarget.dataset.id });
    },
    onTree() {
      this.show({ discipline: '' });
    },
    onScroll({ detail }: WechatMiniprogram.ScrollViewScroll) {
      this.memory().list.scrolled(detail.scrollTop);
    },
    onToggle(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      const { picked } = this.data;
      this.data.picked = picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id];
      this.memory().list.change(this.rows(), { picked: this.data.picked });
    },
    onFavourite(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      const memory = this.memory();
      memory.favourites = memory.favourites.includes(id)
        ? forget('favouriteEntries', id)
        : remember('favouriteEntries', [id]);
      const rows = this.rows();
      if (rows.length === 0) this.show();
      else memory.list.change(rows, {});
    },
    onRetry() {
      void this.load();
    },
    onClose() {
      this.triggerEvent('close');
    },
    onDone() {
      const { entries } = this.memory();
      if (!entries) {
        // Nothing could be chosen: what was chosen before stays.
        this.onClose();
        return;
      }
      const byId = new Map(entries.map((entry) => [entry.id, entry]));
      const { picked } = this.data;
      if (picked.length > 0) remember('recentEntries', [...picked].reverse());
      this.triggerEvent('pick', { entries: picked.flatMap((id) => byId.get(id) ?? []) });
    },
  },
});
