import { sentenceOf } from '../../../platform/dialogs';
import { allowLocation, roughPosition } from '../../../platform/location';
import { PermissionError } from '../../../platform/permissions';
import { remembered } from '../../../platform/remembered';
import { listNearby } from '../../../services/project';
import { showProject } from '../../project/open-scanned';
import { projectChoice, type ProjectFound } from '../../../view/project-choice';
import { HOME_PROJECT_TABS, SHOWN_PROJECTS, type HomeProjectTab } from '../../../view/home-view';

type Touch<Data extends object> = WechatMiniprogram.TouchEvent<object, object, Data>;

/**
 * 最近 and 附近 on the home page. The recent ones are on the phone; where the phone is, is asked when 附近 is tapped,
 * so that the first screen costs no second request and no permission.
 */
Component({
  data: {
    tabs: HOME_PROJECT_TABS.map(({ name, title }) => ({ name, title })),
    tab: 'recent' as HomeProjectTab,
    rows: [] as ReturnType<typeof projectChoice>[],
    isLoading: false,
    empty: HOME_PROJECT_TABS[0].empty as string,
    error: '',
    retry: '',
  },
  lifetimes: {
    attached() {
      this.showRecent();
    },
  },
  pageLifetimes: {
    show() {
      if (this.data.tab === 'recent') this.showRecent();
    },
  },
  methods: {
    showRecent() {
      this.show(remembered<ProjectFound>('openedProjects'));
    },
    show(found: readonly ProjectFound[]) {
      this.setData({ rows: found.slice(0, SHOWN_PROJECTS).map(projectChoice) });
    },
    onTab({ detail: { name } }: WechatMiniprogram.CustomEvent<{ name: HomeProjectTab }>) {
      const { empty } = HOME_PROJECT_TABS.find((tab) => tab.name === name) ?? HOME_PROJECT_TABS[0];
      this.setData({ tab: name, empty, rows: [], error: '', isLoading: false });
      if (name === 'recent') this.showRecent();
      else void this.findNear();
    },
    async findNear() {
      this.setData({ isLoading: true, error: '' });
      try {
        const { lng, lat } = await roughPosition();
        const { rows } = await listNearby({ lng, lat, scope: 'visible' });
        if (this.data.tab === 'near') this.show(rows);
      } catch (error) {
        const isRefused = error instanceof PermissionError && error.refusal === 'person';
        if (this.data.tab === 'near')
          this.setData({ error: sentenceOf(error), retry: isRefused ? '去设置' : '重试' });
      } finally {
        this.setData({ isLoading: false });
      }
    },
    async onRetry() {
      await allowLocation();
      await this.findNear();
    },
    onOpen(event: Touch<{ id: string }>) {
      showProject(event.currentTarget.dataset.id);
    },
    onAll() {
      void wx.navigateTo({ url: '/pages/project/list/list' });
    },
  },
});
