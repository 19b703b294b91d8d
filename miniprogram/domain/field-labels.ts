/**
 * Input field → the label people know it by (the manual's words where it has one); '' is the input as a whole.
 * `parent.field` where the same name means another thing inside another.
 */
const FIELD_LABELS: Readonly<Record<string, string>> = {
  '': '提交内容',
  requestId: '提交编号',
  projectId: '工程名称',
  inspectionId: '监督检查记录',
  type: '抽查类型',
  part: '抽查部位',
  findings: '问题描述',
  photos: '照片',
  catalogueIds: '标准规范及违法违规行为',
  supplement: '问题补充说明',
  reviewerIds: '上报接收人',
  recipientIds: '下达接收人',
  reason: '审核意见',
  keyword: '关键字',
  scope: '列表范围',
  cursor: '翻页位置',
  key: '翻页位置',
  id: '翻页位置',
  tab: '列表分类',
  knownVersion: '目录版本',
  position: '定位',
  lng: '经度',
  lat: '纬度',
  accuracy: '定位精度',
  takenAt: '拍摄时间',
  'position.takenAt': '定位时间',
  cover: '封面图',
  fileID: '照片文件',
  sha256: '照片校验值',
  bytes: '照片大小',
  order: '照片顺序',
  code: '手机号验证',
};

/** @param parent the field around it, '' where there is none */
export const labelOf = (field: string, parent = ''): string =>
  FIELD_LABELS[`${parent}.${field}`] ?? FIELD_LABELS[field] ?? field;
