import { EMPTY_LIST, type ListData } from '../../view/paged-list';

interface PickableProject {
  readonly projectId: string;
  readonly name: string;
  readonly number: string;
  readonly address: string;
}

/**
 * Chooses one project of the list it is given. Tells `search` with the keyword, `more`, `retry`, and `pick` with
 * { projectId, name }.
 */
Component({
  properties: {
    isOpen: Boolean,
    /** ListData of PickableProject */
    list: { type: Object, value: EMPTY_LIST },
  },
  data: { keyword: '' },
  methods: {
    onSearch(event: WechatMiniprogram.CustomEvent<{ keyword: string }>) {
      const { keyword } = event.detail;
      this.setData({ keyword });
      this.triggerEvent('search', { keyword });
    },
    onMore() {
      this.triggerEvent('more');
    },
    onRetry() {
      this.triggerEvent('retry');
    },
    onPick(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const { cards } = this.properties.list as ListData<PickableProject>;
      const project = cards[event.currentTarget.dataset.index];
      if (project) this.triggerEvent('pick', { projectId: project.projectId, name: project.name });
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});
