import { listProjects, type ProjectRow } from '../../services/project';
import { EMPTY_LIST, pagedList, type ListData } from '../../view/paged-list';

const asIs = (row: ProjectRow): ProjectRow => row;

/** Chooses one of the projects the person supervises. Tells `pick` with { projectId, name }. */
Component({
  properties: { isOpen: Boolean },
  data: { ...(EMPTY_LIST as ListData<ProjectRow>), keyword: '' },
  observers: {
    isOpen(isOpen: boolean) {
      if (isOpen) void this.list().reload();
    },
  },
  methods: {
    list() {
      const self = this as unknown as { projects?: ReturnType<typeof pagedList<ProjectRow, ProjectRow>> };
      self.projects ??= pagedList(
        (cursor) => listProjects({ keyword: this.data.keyword, scope: 'supervised', cursor }),
        asIs,
        (list) => this.setData(list),
      );
      return self.projects;
    },
    onSearch(event: WechatMiniprogram.CustomEvent<{ keyword: string }>) {
      this.setData({ keyword: event.detail.keyword });
      void this.list().reload();
    },
    onMore() {
      void this.list().more();
    },
    onRetry() {
      void this.list().reload();
    },
    onPick(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const project = this.data.cards[event.currentTarget.dataset.index];
      if (project) this.triggerEvent('pick', { projectId: project.projectId, name: project.name });
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});
