Page({
  data: {
    into: '',
    isRefreshing: false,
    rows: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    markers: [
      { id: 7, longitude: 110.35, latitude: 20.02, callout: { content: '工地', display: 'BYCLICK' } },
    ],
    circles: [
      { longitude: 110.35, latitude: 20.02, radius: 500, color: '#FF0000AA', fillColor: '#FF000022' },
    ],
    lines: [
      {
        points: [
          { longitude: 110.34, latitude: 20.02 },
          { longitude: 110.36, latitude: 20.02 },
        ],
        color: '#0000FF',
        width: 3,
      },
    ],
  },
  log({ type, detail, currentTarget }) {
    globalThis.tell(currentTarget.id, type, detail);
  },
  refreshed() {
    globalThis.tell('scroll', 'refresherrefresh');
    this.setData({ isRefreshing: true });
    this.setData({ isRefreshing: false });
  },
});
