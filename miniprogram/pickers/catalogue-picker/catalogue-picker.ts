import {
  KINDS,
  searchCatalogue,
  SEVERITIES,
  type CatalogueEntry,
  type Severity,
} from '../../domain/catalogue/catalogue';
import type { InspectionType } from '../../domain/inspection/inspection';
import { loadCatalogue } from '../../services/catalogue';
import { failureState, type LoadState } from '../../view/paged-list';
import type { Tone } from '../../view/inspection-view';

/** Rows drawn at a time: the whole catalogue would be too many nodes for one page. */
const CHUNK = 40;

const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = {
  major: 'bad',
  serious: 'waiting',
  general: 'neutral',
};

const present = (entry: CatalogueEntry, picked: readonly string[]) => ({
  id: entry.id,
  text: entry.text,
  basis: entry.basis,
  note: `${KINDS[entry.kind]} · ${entry.disciplineName}`,
  tag: { word: SEVERITIES[entry.severity], tone: SEVERITY_TONES[entry.severity], sign: '' },
  isPicked: picked.includes(entry.id),
});

/** Chooses standard terms and violations of the inspection type. Tells `pick` with the entries. */
Component({
  properties: {
    isOpen: Boolean,
    type: String,
    pickedIds: Array,
  },
  data: {
    state: 'loading' as LoadState,
    message: '',
    keyword: '',
    rows: [] as ReturnType<typeof present>[],
    total: 0,
    picked: [] as string[],
    shown: CHUNK,
  },
  observers: {
    isOpen(isOpen: boolean) {
      if (!isOpen) return;
      this.setData({ picked: [...(this.properties.pickedIds as string[])], keyword: '', shown: CHUNK });
      void this.load();
    },
  },
  methods: {
    async load() {
      this.setData({ state: 'loading', message: '' });
      try {
        (this as unknown as { entries: readonly CatalogueEntry[] }).entries = await loadCatalogue();
        this.draw();
      } catch (error) {
        this.setData({ state: failureState(error), message: (error as Error).message });
      }
    },
    /** Undefined until the catalogue came: what is typed meanwhile waits for it. */
    loaded(): readonly CatalogueEntry[] | undefined {
      return (this as unknown as { entries?: readonly CatalogueEntry[] }).entries;
    },
    draw() {
      const entries = this.loaded();
      if (!entries) return;
      const found = searchCatalogue(entries, this.properties.type as InspectionType, this.data.keyword);
      this.setData({
        total: found.length,
        rows: found.slice(0, this.data.shown).map((entry) => present(entry, this.data.picked)),
        state: found.length > 0 ? 'ready' : 'empty',
      });
    },
    onSearch(event: WechatMiniprogram.CustomEvent<{ keyword: string }>) {
      this.setData({ keyword: event.detail.keyword, shown: CHUNK });
      this.draw();
    },
    onMore() {
      if (this.data.shown >= this.data.total) return;
      this.setData({ shown: this.data.shown + CHUNK });
      this.draw();
    },
    onToggle(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      const { picked } = this.data;
      this.setData({
        picked: picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id],
      });
      this.draw();
    },
    onRetry() {
      void this.load();
    },
    onClose() {
      this.triggerEvent('close');
    },
    onDone() {
      const entries = this.loaded();
      if (!entries) {
        // Nothing could be chosen: what was chosen before stays.
        this.onClose();
        return;
      }
      const byId = new Map(entries.map((entry) => [entry.id, entry]));
      this.triggerEvent('pick', { entries: this.data.picked.flatMap((id) => byId.get(id) ?? []) });
    },
  },
});
