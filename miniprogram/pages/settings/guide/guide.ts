const STEPS = [
  { title: '点右上角的 ···', text: '在任意一页的右上角，胶囊按钮的左半边' },
  { title: '选“添加到我的小程序”', text: '菜单下排，可能需要向左滑动' },
  { title: '以后下拉微信首页', text: '在微信聊天列表下拉，“我的小程序”里就能找到质安监督' },
];

Page({
  data: { steps: STEPS.map((step, index) => ({ ...step, number: index + 1 })) },
});
