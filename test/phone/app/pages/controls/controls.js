Page({
  data: {
    typed: '',
    range: [{ label: '一' }, { label: '二' }, { label: '三' }],
    columns: [
      ['琼山', '美兰'],
      ['府城', '滨江'],
    ],
  },
  log({ type, detail, currentTarget }) {
    globalThis.tell(currentTarget.id, type, detail);
  },
  upper({ detail }) {
    return detail.value.toUpperCase();
  },
  column({ detail }) {
    globalThis.tell('multi', 'columnchange', detail);
    if (detail.column === 0)
      this.setData({ 'columns[1]': detail.value === 1 ? ['海府', '蓝天'] : ['府城', '滨江'] });
  },
  onShareAppMessage({ from, target }) {
    return { title: `来自 ${from} ${target ? target.id : ''}`, path: '/pages/plain/plain' };
  },
});
