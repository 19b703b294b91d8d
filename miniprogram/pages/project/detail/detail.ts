import { DomainError } from '../../../domain/errors';
import { metresBetween } from '../../../domain/project/distance';
import { projectOfScene, type NamedProject } from '../../../domain/project/project-code';
import { tellFailure } from '../../../platform/dialogs';
import { knownPosition } from '../../../platform/location';
import { callPhone, showWayTo } from '../../../platform/reach';
import { rememberOpened } from '../../../platform/remembered';
import { listTimeline, openProject, type OpenedProject, type TimelineRow } from '../../../services/project';
import type { RecordCard } from '../../../view/inspection-view';
import { EMPTY_LONG_LIST, type LongListData } from '../../../view/long-list';
import { spokenDistance } from '../../../view/project-choice';
import { EMPTY_PROJECT_PAGE, projectPage, TIMELINE_ROWS } from '../../../view/project-page';
import { listScreen, type ListAnswer, type ListScreen } from '../../list-screen';

type Project = OpenedProject['project'];
/** The first page comes with the project. */
type Answer = ListAnswer<TimelineRow> & { readonly project?: Project };

/** By id from a list, by scene from the mini program code on the site's board. @throws DomainError */
const projectAsked = ({ id, scene }: { id?: string; scene?: string }): NamedProject => {
  if (id) return { projectId: id };
  if (scene) return projectOfScene(decodeURIComponent(scene));
  throw new DomainError('record.notNamed');
};

/** 工程: what it is, its people, the way there, and its records newest first. */
Page({
  data: {
    ...(EMPTY_LONG_LIST as LongListData<RecordCard>),
    ...EMPTY_PROJECT_PAGE,
    distance: '',
  },
  screen: null as ListScreen | null,
  query: {} as { id?: string; scene?: string },

  onLoad(query: { id?: string; scene?: string }) {
    this.query = query;
    this.screen = listScreen(this, {
      ...TIMELINE_ROWS,
      fetch: async (_, cursor): Promise<Answer> =>
        cursor ? listTimeline({ projectId: this.data.projectId, cursor }) : this.open(),
      beside: ({ project }) => (project ? projectPage(project) : {}),
    });
  },

  onShow() {
    void this.screen?.show();
  },

  async open(): Promise<OpenedProject> {
    const answer = await openProject(projectAsked(this.query));
    rememberOpened(answer.project);
    void this.measure(answer.project.place);
    return answer;
  },

  /** How far away the project is, where the phone may tell without asking. */
  async measure(place: Project['place']) {
    const fix = place && (await knownPosition());
    if (place && fix) this.setData({ distance: spokenDistance(metresBetween(fix, place)) });
  },

  onRetry() {
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

  async onWay() {
    const { place, name, address } = this.data;
    if (!place) return;
    try {
      await showWayTo({ ...place, name, address });
    } catch (error) {
      void tellFailure(error);
    }
  },

  async onCall({ detail }: WechatMiniprogram.CustomEvent<{ phone: string }>) {
    try {
      await callPhone(detail.phone);
    } catch (error) {
      void tellFailure(error);
    }
  },

  onList() {
    void wx.navigateTo({ url: '/pages/project/list/list' });
  },

  onCode() {
    void wx.navigateTo({ url: `/pages/board/site/site?id=${this.data.projectId}` });
  },

  onLocate() {
    void wx.navigateTo({ url: `/pages/project/locate/locate?id=${this.data.projectId}` });
  },

  onReport() {
    void wx.navigateTo({ url: `/pages/inspection/report/report?project=${this.data.projectId}` });
  },

  onOpen({ detail: { id } }: WechatMiniprogram.CustomEvent<{ id: string }>) {
    this.screen?.opens(id);
    void wx.navigateTo({ url: `/pages/inspection/detail/detail?id=${id}` });
  },
});
