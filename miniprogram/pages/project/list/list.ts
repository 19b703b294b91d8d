import { listProjects } from '../../../services/project';
import { EMPTY_LONG_LIST, type LongListData } from '../../../view/long-list';
import { PROJECT_ROWS, type ProjectCard } from '../../../view/project-view';
import { listScreen, type ListScreen } from '../../list-screen';

Page({
  data: { ...(EMPTY_LONG_LIST as LongListData<ProjectCard>), keyword: '' },
  screen: null as ListScreen | null,

  onLoad() {
    this.screen = listScreen(this, {
      ...PROJECT_ROWS,
      fetch: (_, cursor) => listProjects({ keyword: this.data.keyword, scope: 'visible', cursor }),
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
