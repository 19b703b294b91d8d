/** One of our components with its properties, what it shows, and what it tells when its parts are tapped in turn. */
export interface ComponentCase {
  readonly name: string;
  readonly component: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** All its text, without the white space between parts. */
  readonly text: string;
  /** class of the part, which of them, and the event with its detail; nothing for a tap that tells nothing. */
  readonly taps: readonly {
    readonly part: string;
    readonly index: number;
    readonly event: string;
    readonly told: readonly unknown[];
  }[];
}

const card = {
  id: 'r1',
  title: '滨江新城三期',
  subtitle: '安全 · 3 号楼',
  tag: { word: '审核未通过', tone: 'bad', sign: '✕' },
  chips: [{ word: '问题 1', tone: 'neutral', sign: '' }],
  when: '今天 14:05',
  note: '原因：照片不清',
  isUnread: true,
  thumbnails: ['a.jpg', 'b.jpg', 'c.jpg'],
  photos: '4 图',
};

/** Both runtimes are held to these: the engine of WeChat's own test tool, and the browser's phone. */
export const COMPONENT_CASES: readonly ComponentCase[] = [
  {
    name: 'a record with everything',
    component: 'record-card',
    properties: { card },
    text: '未读滨江新城三期✕审核未通过安全·3号楼原因：照片不清4图问题1今天14:05',
    taps: [{ part: 'card', index: 0, event: 'open', told: [{ id: 'r1' }] }],
  },
  {
    name: 'a record without a note, chips or photos',
    component: 'record-card',
    properties: {
      card: { ...card, note: '', chips: [], isUnread: false, thumbnails: [], photos: '' },
    },
    text: '滨江新城三期✕审核未通过安全·3号楼今天14:05',
    taps: [],
  },
  {
    name: 'a record whose photos cannot be shown still says how many there are',
    component: 'record-card',
    properties: { card: { ...card, note: '', thumbnails: [] } },
    text: '未读滨江新城三期✕审核未通过安全·3号楼问题14图今天14:05',
    taps: [],
  },
  {
    name: 'tabs with what waits in them; the open one tells nothing',
    component: 'tab-strip',
    properties: {
      tabs: [
        { name: 'toReview', title: '待审核', count: '2' },
        { name: 'reviewed', title: '已审核', count: '' },
      ],
      active: 'toReview',
    },
    text: '待审核2已审核',
    taps: [
      { part: 'tab', index: 0, event: 'change', told: [] },
      { part: 'tab', index: 1, event: 'change', told: [{ name: 'reviewed' }] },
    ],
  },
  {
    name: 'the next rows are coming',
    component: 'list-foot',
    properties: { isLoading: true, error: '', isEnd: false },
    text: '正在加载',
    taps: [],
  },
  {
    name: 'the next rows did not come',
    component: 'list-foot',
    properties: { isLoading: false, error: '网络不可用', isEnd: false },
    text: '网络不可用点这里重试',
    taps: [{ part: 'foot', index: 0, event: 'more', told: [{}] }],
  },
  {
    name: 'all rows are there',
    component: 'list-foot',
    properties: { isLoading: false, error: '', isEnd: true },
    text: '没有更多了',
    taps: [],
  },
  {
    name: 'three of eight steps',
    component: 'step-progress',
    properties: { words: '照片已上传 3/8', done: 3, total: 8 },
    text: '照片已上传3/8',
    taps: [],
  },
  {
    name: 'photos that can be arranged, one drawn on, with room for more',
    component: 'evidence-grid',
    properties: { photos: ['a.jpg', 'b.jpg'], edited: [false, true], isEditable: true, max: 3 },
    text: '12拍照',
    taps: [{ part: 'add', index: 0, event: 'add', told: [{}] }],
  },
  {
    name: 'as many photos as there may be',
    component: 'evidence-grid',
    properties: { photos: ['a.jpg', 'b.jpg'], isEditable: true, max: 2 },
    text: '12',
    taps: [],
  },
  {
    name: 'photos to look at',
    component: 'evidence-grid',
    properties: { photos: ['a.jpg'], isEditable: false },
    text: '1',
    taps: [],
  },
  {
    name: 'a video of one’s own',
    component: 'video-tile',
    properties: { src: 'a.mp4', poster: 'a.jpg', length: '0:32', isEditable: true },
    text: '0:32重录/替换删除',
    taps: [
      { part: 'replace', index: 0, event: 'replace', told: [{}] },
      { part: 'bin', index: 0, event: 'remove', told: [{}] },
    ],
  },
  {
    name: 'a video to look at, without a poster',
    component: 'video-tile',
    properties: { src: 'a.mp4', poster: '', length: '1:00', isEditable: false },
    text: '1:00',
    taps: [],
  },
  {
    name: 'a row that leads somewhere, not filled in',
    component: 'form-row',
    properties: {
      label: '工程名称',
      isLink: true,
      isRequired: true,
      placeholder: '请选择',
      error: '缺少工程',
    },
    text: '工程名称（必填）请选择缺少工程',
    taps: [{ part: 'row', index: 0, event: 'choose', told: [{}] }],
  },
  {
    name: 'a row that only says something',
    component: 'form-row',
    properties: { label: '抽查类型', value: '日常', hint: '由计划带出' },
    text: '抽查类型日常由计划带出',
    taps: [{ part: 'row', index: 0, event: 'choose', told: [] }],
  },
  {
    name: 'events in their order',
    component: 'timeline',
    properties: {
      events: [
        { title: '上报', when: '09:00', note: '', isDone: true },
        { title: '审核', when: '10:00', note: '同意', isDone: false },
      ],
    },
    text: '上报09:00审核10:00同意',
    taps: [],
  },
  {
    name: 'filters of which one holds, another is chosen',
    component: 'filter-bar',
    properties: {
      label: '范围',
      options: [
        { value: 'all', name: '全部' },
        { value: 'unlocated', name: '未定位' },
      ],
      chosen: 'all',
    },
    text: '全部未定位',
    taps: [{ part: 'chip', index: 1, event: 'change', told: [{ value: 'unlocated' }] }],
  },
  {
    name: 'the filter that holds is tapped again',
    component: 'filter-bar',
    properties: {
      label: '范围',
      options: [
        { value: 'all', name: '全部' },
        { value: 'unlocated', name: '未定位' },
      ],
      chosen: 'all',
    },
    text: '全部未定位',
    taps: [{ part: 'chip', index: 0, event: 'change', told: [] }],
  },
  {
    name: 'nothing there yet',
    component: 'page-state',
    properties: { state: 'empty', emptyTitle: '还没有记录', emptyHint: '先去上报' },
    text: '还没有记录先去上报',
    taps: [],
  },
  {
    name: 'no right to see it',
    component: 'page-state',
    properties: { state: 'denied', message: '请联系管理员' },
    text: '没有找到，或无权查看请联系管理员返回首页',
    taps: [],
  },
  {
    name: 'a filled button beside a quiet one, with what was done',
    component: 'action-bar',
    properties: { primary: '提交', quiet: '存草稿', note: '已保存' },
    text: '已保存存草稿提交',
    taps: [],
  },
  {
    name: 'one way on with what waits there',
    component: 'entry-card',
    properties: { name: '检查', what: '日常巡查', icon: 'search', count: 120 },
    text: '检查日常巡查99+',
    taps: [{ part: 'entry', index: 0, event: 'open', told: [{}] }],
  },
  {
    name: 'one way on where nothing waits',
    component: 'entry-card',
    properties: { name: '检查', what: '日常巡查', icon: 'search', count: 0 },
    text: '检查日常巡查',
    taps: [],
  },
  {
    name: 'a drawing has no words',
    component: 'icon',
    properties: { name: 'search', size: 20 },
    text: '',
    taps: [],
  },
  {
    name: 'what is coming has no words yet',
    component: 'page-skeleton',
    properties: { shape: 'record' },
    text: '',
    taps: [],
  },
  {
    name: 'an application that is not pinned',
    component: 'pin-button',
    properties: { isPinned: false },
    text: '置顶',
    taps: [{ part: 'pin', index: 0, event: 'toggle', told: [{}] }],
  },
  {
    name: 'a pinned application',
    component: 'pin-button',
    properties: { isPinned: true },
    text: '取消置顶',
    taps: [],
  },
  {
    name: 'a field with what is looked for, cleared',
    component: 'search-box',
    properties: { placeholder: '名称', value: '滨江' },
    text: '',
    taps: [{ part: 'clear', index: 0, event: 'search', told: [{ keyword: '' }] }],
  },
  {
    name: 'a setting and its value',
    component: 'setting-row',
    properties: { icon: 'type', label: '字号', value: '标准' },
    text: '字号标准',
    taps: [{ part: 'row', index: 0, event: 'open', told: [{}] }],
  },
  {
    name: 'a state in a word with its sign',
    component: 'status-tag',
    properties: { tag: { word: '已整改', tone: 'good', sign: '✓' } },
    text: '✓已整改',
    taps: [],
  },
  {
    name: 'an open sheet, left',
    component: 'bottom-sheet',
    properties: { isOpen: true, title: '选择工程', hint: '只列在建的' },
    text: '选择工程只列在建的',
    taps: [{ part: 'close', index: 0, event: 'close', told: [{}] }],
  },
  {
    name: 'people of two units, nobody ticked; one is',
    component: 'person-picker',
    properties: {
      isOpen: true,
      title: '下达接收人',
      noneMeans: '可多选',
      people: [
        { personId: '1', name: '罗启明', position: '项目负责人', organisation: '滨江置业' },
        { personId: '2', name: '赵铁山', position: '项目经理', organisation: '琼建集团' },
      ],
      pickedIds: [],
      recentIds: [],
    },
    text: '下达接收人可多选滨江置业罗启明项目负责人琼建集团赵铁山项目经理确定（不选）',
    taps: [{ part: 'person', index: 1, event: 'pick', told: [] }],
  },
  {
    name: 'what must be known first',
    component: 'banner',
    properties: { tone: 'bad', title: '停工', note: '2026-11-20 起' },
    text: '停工2026-11-20起',
    taps: [],
  },
  {
    name: 'somebody who may be called',
    component: 'contact-row',
    properties: { name: '赵铁山', position: '项目经理', phone: '19000000302', canCall: true },
    text: '赵铁山项目经理19000000302',
    taps: [{ part: 'call', index: 0, event: 'call', told: [{ phone: '19000000302' }] }],
  },
  {
    name: 'somebody whose number is covered',
    component: 'contact-row',
    properties: { name: '赵铁山', position: '项目经理', phone: '190****0302', canCall: false },
    text: '赵铁山项目经理190****0302',
    taps: [],
  },
  {
    name: 'one project, near',
    component: 'project-card',
    properties: {
      card: { id: 'pr-1', name: '滨江新城', subtitle: '琼海监2026-0031', distance: '0 m', tag: null },
    },
    text: '滨江新城0m琼海监2026-0031',
    taps: [{ part: 'card', index: 0, event: 'open', told: [{ id: 'pr-1' }] }],
  },
  // Drawn in journeys: the test tool has no canvas. Before the code has come there is only paper.
  { name: 'a sheet that waits for its code', component: 'print-sheet', properties: {}, text: '', taps: [] },
];
