/** code → sentence. The one catalogue: what is wrong and what to do next; `{x}` is filled from details. */
export const ERROR_MESSAGES = {
  'auth.notEntered': '还没有验证手机号，请先进入系统',
  'auth.phoneNotRegistered':
    '手机号 {phone} 未在系统登记，不能进入。监督人员请联系本站管理员登记；参建单位请由建设单位在报监时填报；建设局人员请向省质监总局备案',
  'auth.phoneBoundElsewhere': '手机号 {phone} 已绑定其他微信，请联系本站管理员核实后换绑',
  'auth.wechatBoundElsewhere': '本微信已绑定其他人员，请使用原手机号进入，或联系本站管理员换绑',
  'auth.phoneCodeInvalid': '手机号验证已失效，请重新点击验证按钮',
  'auth.noPostInForce': '您目前没有在任岗位，不能使用本系统。如有疑问请联系本站管理员',
  'access.denied': '您没有办理“{what}”的权限，如有疑问请联系本站管理员',
  'record.notVisible': '没有找到这条记录，或者您无权查看',
  'record.notNamed': '没有指明要看哪一条，请从列表中打开',
  'record.changed': '这条记录刚刚被他人办理，请刷新后再看',
  'state.refused': '当前状态为“{state}”，不能{what}，请刷新后再看',
  'command.reused': '之前的一次提交已经收到，内容不能更改；这次的改动没有提交，请先到列表中查看',
  'command.unknown': '没有这项操作，请更新小程序后再试',
  'catalogue.notPublished': '标准术语目录还没有发布，请联系省质监总局；可先填写问题补充说明',
  'catalogue.damaged': '标准术语目录没有下载完整，请重试',
  'project.codeUnknown': '没有认出工程：这不是工程的码。请扫工地公示牌上的码，或按名称查找',
  'project.codeAltered': '没有认出工程：这个码不完整或被改动过。请扫工地公示牌上的原码，或按名称查找',
  'project.codeOfEntry': '没有认出工程：这是进入系统的码。请扫工地公示牌上的码，或按名称查找',
  'project.notFound': '没有找到“{number}”这个工程，或者您无权查看，请按名称查找',
  'project.notSupervised': '“{name}”不由您监督，不能在这里选择，请按名称查找',
  'project.stateRefused': '这个工程当前为“{state}”，不能办理“{what}”。状态有误的，请联系本站站长更正',
  'input.missing': '缺少{field}，请填写',
  'input.empty': '{field}不能为空，请填写',
  'input.tooLong': '{field}最多 {max}，请删减',
  'input.malformed': '{field}格式不对，请重新填写',
  'input.repeated': '{field}中有重复，请删去重复的一项',
  'input.unknownField': '不认识的内容“{field}”，请更新小程序后再试',
  'input.unknownCatalogueEntry': '标准规范或违法违规行为“{id}”不在目录中，请重新选择',
  'input.catalogueEntryOutsideType': '“{text}”不属于抽查类型“{type}”，请删去或更换抽查类型',
  'input.emptyFinding': '第 {order} 个问题没有内容，请拍照、选取标准规范及违法违规行为或填写问题补充说明',
  'input.clearWithFindings': '已选“未发现问题”，不能再列问题，请取消其一',
  'input.attendanceUnclear': '现场签字须签名，或写明拒签理由，二者取一',
  'input.signatureOfAnother': '签字人的姓名或单位已改，原来的签名不能再用，请重新签字',
  'input.attendantUnnamed': '缺少签字人姓名，请填写',
  'input.attendantNotParty': '签字人的单位不是本工程的参建单位，请重新选择',
  'input.noFindings': '还没有列出问题。没有发现问题的，请选“未发现问题”',
  'input.unitNotParty': '第 {order} 个问题的责任单位不是本工程的参建单位，请重新选择',
  'input.partnerUnavailable': '共同检查人须是同站的在岗监督人员，且不是您本人，请重新选择',
  'inspection.notRejected': '只有审核未通过的记录才能更正后重新上报',
  'inspection.otherProject': '更正后的记录须是同一个工程，请重新选择工程',
  'inspection.resubmittedAlready': '这条记录已经更正并重新上报过，请到“我发送的”中查看',
  'input.projectUnavailable': '工程名称：没有找到这个工程，或者您不是它的监督人员，请重新选择',
  'input.personUnavailable': '{field}中有人员已不在岗或不可选，请重新选择',
  'evidence.missing': '{what}没有上传成功，请重新提交',
  'evidence.foreign': '{what}不是您上传的，请重新拍摄或选择',
  'evidence.altered': '{what}上传后与手机上的原件不一致，请重新提交',
  'evidence.empty': '{what}是空文件，请重新拍摄或选择',
  'evidence.tooLarge': '{what}超过 {max}，请重新拍摄或选择较小的文件',
  'evidence.wrongType': '{what}的格式不能使用，只收 {types}，请重新拍摄或选择',
  'evidence.heic':
    '{what}是 HEIC 格式，许多手机打不开，请在手机的相机设置中改为“兼容性最佳”后重拍，或选择 JPEG 照片',
  'evidence.broken': '{what}不完整或已损坏，请重新拍摄或选择',
  'evidence.tooManyPixels': '{what}的尺寸 {width}×{height} 过大，请重新拍摄或选择较小的照片',
  'evidence.lengthUnclear': '{what}的时长不明，请重新录制或选择',
  'evidence.tooLong': '{what}超过 {max} 秒，请剪短或重新录制',
  'evidence.sourceUnknown': '没有找到这张标注所依的原照片，请重新标注',
  'evidence.notKept': '没有找到{what}，或者不是您上传的，请删除后重新拍摄或选择',
  'evidence.expired': '{what}上传已超过 7 天，请重新提交',
  'evidence.twice': '{what}重复，请删除后再提交',
  'evidence.used': '{what}已用于另一条记录，不能再用，请重新拍摄或选择',
  'evidence.withoutOriginal': '{what}只有标注后的，没有原件，请重新添加原照片',
  'evidence.notNamed': '没有指明要看哪份证据，请返回后点照片打开',
  'photo.unreadable': '这张照片打不开，请重新拍摄或另选一张',
  'photo.notNamed': '没有指明要编辑哪一张照片，请返回后点照片打开',
  'drawing.full': '这张照片上画的已经很多，请先撤销几处再画',
  'signature.notNamed': '没有指明由谁签名，请返回后点“签名”打开',
  'signature.empty': '还没有签名，请在框内手写姓名后再点“完成”',
  'input.positionOutside': '定位不在海南省范围内，请到工地现场重新获取定位',
  'input.positionFar':
    '新的定位距原来的定位 {metres} m，超过 {most} m。请核对是否在本工程的工地，确认无误后再提交',
  'search.tooShort': '请至少输入两个字',
  'request.tooLarge': '{field}内容过长，超出一次提交的上限，请删减',
  'code.notMade': '小程序码暂时没有生成，请稍后重试',
  'network.unavailable': '网络不可用，请检查网络后重试。已填写的内容仍在本页',
  'service.busy': '办理的人较多，请稍后重试。已填写的内容仍在本页',
  'service.noAnswer': '服务没有应答，不能确定是否已经办理。请再按一次，不会重复办理',
  'service.failed': '系统出现故障，未办理成功，请稍后重试',
} as const;

export type ErrorCode = keyof typeof ERROR_MESSAGES;
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** The catalogue's sentence with its gaps filled; a gap without a detail is left out. */
export const messageOf = (code: ErrorCode, details: ErrorDetails = {}): string =>
  ERROR_MESSAGES[code].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));

/** A refusal a person can act on. `serve` is the only place that catches it. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(messageOf(code, details));
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }
}

/** The id was used for another body: that one was carried out. */
export const isReused = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'command.reused';

const UNANSWERED: readonly ErrorCode[] = [
  'network.unavailable',
  'service.busy',
  'service.noAnswer',
  'service.failed',
];

/** No answer came: the command may have been carried out, so it is repeated under the same id. */
export const isUnanswered = (error: unknown): boolean =>
  !(error instanceof DomainError) || UNANSWERED.includes(error.code);
