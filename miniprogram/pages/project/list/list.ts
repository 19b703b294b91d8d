import { knownPosition } from '../../../platform/location';
import { listNearby, listProjects } from '../../../services/project';
import { EMPTY_LONG_LIST, type LongListData } from '../../../view/long-list';
import {
  nearCards,
  PROJECT_ROWS,
  projectFilters,
  projectQuery,
  type ProjectCard,
  type ProjectFilter,
} from '../../../view/project-view';
import { listScreen, type ListScreen } from '../../list-screen';
import { openScanned, showProject } from '../open-scanned';

/** 工程列表: those near the phone first, where it may tell where it is without asking; then all by name. */
Page({
  data: {
    ...(EMPTY_LONG_LIST as LongListData<ProjectCard>),
    keyword: '',
    filter: 'all' as ProjectFilter,
    filters: projectFilters(false),
    near: [] as ProjectCard[],
  },
  screen: null as ListScreen | null,

  onLoad() {
    this.screen = listScreen(this, {
      ...PROJECT_ROWS,
      fetch: (_, cursor) =>
        listProjects({ keyword: this.data.keyword, ...projectQuery(this.data.filter), cursor }),
      beside: ({ isSupervisor }) => ({ filters: projectFilters(isSupervisor) }),
    });
  },

  onShow() {
    void this.screen?.show();
    void this.findNear();
  },

  /** Beside the list and never in its way: without a position, or an answer, there is no such group. */
  async findNear() {
    const { filter } = this.data;
    const { scope, isUnlocated } = projectQuery(filter);
    const fix = isUnlocated ? null : await knownPosition();
    const found = fix ? await listNearby({ lng: fix.lng, lat: fix.lat, scope }).catch(() => null) : null;
    if (filter !== this.data.filter) return;
    const near = nearCards(found?.rows ?? []);
    if (near.length > 0 || this.data.near.length > 0) this.setData({ near });
  },

  onRetry() {
    void this.screen?.reload();
  },

  onSearch({ detail }: WechatMiniprogram.CustomEvent<{ keyword: string }>) {
    this.setData({ keyword: detail.keyword });
    void this.screen?.restart();
  },

  onFilter({ detail }: WechatMiniprogram.CustomEvent<{ value: ProjectFilter }>) {
    this.setData({ filter: detail.value, near: [] });
    void this.screen?.reload();
    void this.findNear();
  },

  /** Nothing was found: everything is shown again. */
  onAll() {
    this.setData({ keyword: '', filter: 'all', near: [] });
    void this.screen?.restart();
    void this.findNear();
  },

  onScan() {
    void openScanned();
  },

  onPageScroll({ scrollTop }: { scrollTop: number }) {
    this.screen?.scrolled(scrollTop);
  },

  async onPullDownRefresh() {
    await Promise.all([this.screen?.reload(), this.findNear()]);
    void wx.stopPullDownRefresh();
  },

  onReachBottom() {
    this.screen?.more();
  },

  onOpen({ detail: { id } }: WechatMiniprogram.CustomEvent<{ id: string }>) {
    this.screen?.opens(id);
    showProject(id);
  },
});
