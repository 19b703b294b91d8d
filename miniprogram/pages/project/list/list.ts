import { listProjects, type ProjectRow } from '../../../services/project';
import { EMPTY_LIST, pagedList, type ListData } from '../../../view/paged-list';
import { projectCard, type ProjectCard } from '../../../view/project-view';

Page({
  data: { ...(EMPTY_LIST as ListData<ProjectCard>), keyword: '' },
  list: null as ReturnType<typeof pagedList<ProjectRow, ProjectCard>> | null,

  onLoad() {
    this.list = pagedList(
      (cursor) => listProjects({ keyword: this.data.keyword, scope: 'visible', cursor }),
      projectCard,
      (list) => this.setData(list),
    );
  },

  onShow() {
    void this.reload();
  },

  reload() {
    return this.list?.reload();
  },

  onSearch(event: WechatMiniprogram.CustomEvent<{ keyword: string }>) {
    this.setData({ keyword: event.detail.keyword });
    void this.reload();
  },

  async onPullDownRefresh() {
    await this.reload();
    void wx.stopPullDownRefresh();
  },

  onReachBottom() {
    void this.list?.more();
  },

  onOpen(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    void wx.navigateTo({ url: `/pages/project/locate/locate?id=${event.currentTarget.dataset.id}` });
  },
});
