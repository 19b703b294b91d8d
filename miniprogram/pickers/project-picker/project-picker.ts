import { tellFailure } from '../../platform/dialogs';
import { allowLocation, isLocationAllowed, roughPosition } from '../../platform/location';
import { rememberChosen, remembered } from '../../platform/remembered';
import { scanText } from '../../platform/scan';
import { listNearby, listProjects, supervisedOfCode } from '../../services/project';
import { EMPTY_LONG_LIST, longList, type LongList, type LongListData } from '../../view/long-list';
import type { Cursor } from '../../view/paged-list';
import {
  PROJECT_TABS,
  projectChoice,
  type ProjectChoice,
  type ProjectFound,
  type ProjectTab,
} from '../../view/project-choice';
import { measureChunks, sheetListHeight, topAgain } from '../drawn-rows';

/** Four rows of the usual type, px. */
const CHUNK_HEIGHT = 320;

/** What comes to be shown, wherever it comes from. */
interface Found {
  readonly rows: readonly ProjectFound[];
  readonly next: Cursor | null;
}

const near = async (): Promise<Found> => {
  const { lng, lat } = await roughPosition();
  const { rows } = await listNearby({ lng, lat, scope: 'supervised' });
  return { rows, next: null };
};

const recent = (): Found => ({ rows: remembered<ProjectFound>('recentProjects'), next: null });

/** Chooses one of the projects the person supervises: near, recent, all, searched or scanned. Tells `pick` with the row. */
Component({
  properties: { isOpen: Boolean },
  data: {
    ...(EMPTY_LONG_LIST as LongListData<ProjectChoice>),
    tabs: PROJECT_TABS.map(({ name, title }) => ({ name, title })),
    tab: 'all' as ProjectTab,
    empty: PROJECT_TABS[2].empty as { readonly title: string; readonly hint: string },
    keyword: '',
    scrollTop: 0,
  },
  observers: {
    isOpen(isOpen: boolean) {
      if (isOpen) void this.open();
    },
  },
  methods: {
    /** Where the person stands comes first when that is known without asking. */
    async open() {
      this.data.keyword = '';
      const isAllowed = await isLocationAllowed().catch(() => false);
      const { rows } = recent();
      this.turnTo(isAllowed ? 'near' : rows.length > 0 ? 'recent' : 'all');
    },
    kept() {
      return this as unknown as { list?: LongList };
    },
    fetch(cursor: Cursor | null): Promise<Found> {
      const { tab, keyword } = this.data;
      if (keyword !== '' || tab === 'all') return listProjects({ keyword, scope: 'supervised', cursor });
      return tab === 'near' ? near() : Promise.resolve(recent());
    },
    /** A list of its own for what is asked now; the one before says no more. */
    begin(change: object) {
      this.kept().list?.hide();
      this.setData({ ...EMPTY_LONG_LIST, ...change, scrollTop: topAgain(this.data.scrollTop) });
      const list = longList<ProjectFound, ProjectChoice>({
        fetch: (cursor) => this.fetch(cursor),
        present: projectChoice,
        sameness: { idOf: ({ id }) => id, contentOf: (choice) => JSON.stringify(choice) },
        chunkHeight: CHUNK_HEIGHT,
        screen: sheetListHeight(),
        apply: (patch, drawn) => this.setData(patch, drawn),
        measure: () => measureChunks(this),
      });
      this.kept().list = list;
      void list.reload();
    },
    turnTo(tab: ProjectTab) {
      const { empty } = PROJECT_TABS.find(({ name }) => name === tab) ?? PROJECT_TABS[2];
      this.begin({ tab, empty, keyword: this.data.keyword });
    },
    onTab({ detail }: WechatMiniprogram.CustomEvent<{ name: ProjectTab }>) {
      this.turnTo(detail.name);
    },
    onSearch({ detail }: WechatMiniprogram.CustomEvent<{ keyword: string }>) {
      this.data.keyword = detail.keyword.trim();
      this.turnTo(this.data.tab);
    },
    onScroll({ detail }: WechatMiniprogram.ScrollViewScroll) {
      this.kept().list?.scrolled(detail.scrollTop);
    },
    onMore() {
      void this.kept().list?.more();
    },
    /** WeChat asks once; who refused is led to its settings. */
    async onRetry() {
      if (this.data.tab === 'near' && this.data.keyword === '') await allowLocation();
      void this.kept().list?.reload();
    },
    async onScan() {
      try {
        const text = await scanText();
        if (text !== null) this.pick(projectChoice(await supervisedOfCode(text)));
      } catch (error) {
        void tellFailure(error);
      }
    },
    onPick(event: WechatMiniprogram.TouchEvent<object, object, { slot: number; index: number }>) {
      const { slot, index } = event.currentTarget.dataset;
      const choice = this.data.slots[slot]?.[index];
      if (choice) this.pick(choice);
    },
    pick({ id, name, number, address }: ProjectChoice) {
      rememberChosen({ projectId: id, name, number, address });
      this.triggerEvent('pick', { projectId: id, name });
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});
