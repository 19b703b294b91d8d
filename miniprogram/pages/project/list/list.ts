import { listProjects } from '../../../services/project';
import { EMPTY_LONG_LIST, type LongListData } from '../../../view/long-list';
import {
  PROJECT_ROWS,
  projectFilters,
  projectQuery,
  type ProjectCard,
  type ProjectFilter,
} from '../../../view/project-view';
import { listScreen, type ListScreen } from '../../list-screen';

Page({
  data: {
    ...(EMPTY_LONG_LIST as LongListData<ProjectCard>),
    keyword: '',
    filter: 'all' as ProjectFilter,
    filters: projectFilters(false),
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
  },

  onRetry() {
    void this.screen?.reload();
  },

  onSearch({ detail }: WechatMiniprogram.CustomEvent<{ keyword: string }>) {
    this.setData({ keyword: detail.keyword });
    void this.screen?.restart();
  },

  onFilter({ detail }: WechatMiniprogram.CustomEvent<{ value: ProjectFilter }>) {
    this.setData({ filter: detail.value });
    void this.screen?.reload();
  },

  onPageScroll({ scrollTop }: { scrollTop: number }) {
    this.screen?.scrolled(scrollTop);
  },

  async onPullDownRefresh() {
    await this.screen?.reload();
    void wx.stopPullDownRefresh();
  },

  onReachBottom() {
    this.screen?.more();
  },

  onOpen(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const { id } = event.currentTarget.dataset;
    this.screen?.opens(id);
    void wx.navigateTo({ url: `/pages/project/locate/locate?id=${id}` });
  },
});
