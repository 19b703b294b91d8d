import { EMPTY_CATALOGUE, type CatalogueListData } from '../../view/catalogue-list';

type ShownRow = CatalogueListData['rows'][number] & { readonly isPicked: boolean };

/**
 * Chooses 标准规范及违法违规行为 from the list it is given. Tells `search` with the keyword, `more`, `retry`, and `pick`
 * with the ids in the order they were ticked.
 */
Component({
  properties: {
    isOpen: Boolean,
    pickedIds: Array,
    /** CatalogueListData of view/catalogue-list */
    list: { type: Object, value: EMPTY_CATALOGUE },
  },
  data: { keyword: '', rows: [] as ShownRow[], picked: [] as string[] },
  observers: {
    isOpen(isOpen: boolean) {
      if (isOpen) this.setData({ picked: [...(this.properties.pickedIds as string[])], keyword: '' });
    },
    'list, picked'(list: CatalogueListData, picked: readonly string[]) {
      this.setData({ rows: list.rows.map((row) => ({ ...row, isPicked: picked.includes(row.id) })) });
    },
  },
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
    onToggle(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      const { picked } = this.data;
      this.setData({
        picked: picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id],
      });
    },
    onClose() {
      this.triggerEvent('close');
    },
    onDone() {
      this.triggerEvent('pick', { ids: this.data.picked });
    },
  },
});
