import { sentenceOf } from '../../../../platform/dialogs';
import { findPastProblems } from '../../../../services/past-problems';
import { pastProblems, type PastProblem } from '../../../../view/past-problems';

/** For the reviewer: whether this project had the problems before, each with the last record that cites it. */
Component({
  properties: {
    /** { projectId, catalogueIds } */
    past: Object,
    inspectionId: String,
  },
  data: {
    state: 'loading' as 'loading' | 'ready' | 'failed',
    message: '',
    summary: '',
    rows: [] as PastProblem[],
  },
  lifetimes: {
    attached() {
      void this.load();
    },
  },
  methods: {
    async load() {
      const { projectId, catalogueIds } = this.properties.past as {
        projectId: string;
        catalogueIds: readonly string[];
      };
      this.setData({ state: 'loading' });
      try {
        const found = await findPastProblems(projectId, catalogueIds, this.properties.inspectionId);
        this.setData({ state: 'ready', ...pastProblems(found, catalogueIds.length) });
      } catch (error) {
        this.setData({ state: 'failed', message: sentenceOf(error) });
      }
    },
    onOpen(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      void wx.navigateTo({ url: `/pages/inspection/detail/detail?id=${event.currentTarget.dataset.id}` });
    },
  },
});
