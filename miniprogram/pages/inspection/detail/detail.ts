import { isUnanswered } from '../../../domain/errors';
import { INSPECTION_LIMITS } from '../../../domain/inspection/limits';
import { confirm, tellDone, tellFailure } from '../../../platform/dialogs';
import { newRequestId } from '../../../platform/request-id';
import {
  approveInspection,
  confirmInspection,
  readInspection,
  rejectInspection,
} from '../../../services/inspection';
import {
  EMPTY_INSPECTION_PAGE,
  HOME_CARD,
  inspectionPage,
  recordCardInChat,
  type ChatCard,
} from '../../../view/inspection-page';
import { itemsOfRecord, type ViewerItem } from '../../../view/viewer';
import { showEvidence } from '../../show-evidence';
import { failureState, requireNamed, type LoadState } from '../../../view/paged-list';

type OfFinding<Detail extends object> = WechatMiniprogram.CustomEvent<Detail, object, { finding: number }>;

Page({
  data: {
    state: 'loading' as LoadState,
    message: '',
    ...EMPTY_INSPECTION_PAGE,
    limits: INSPECTION_LIMITS,
    isRejecting: false,
    reason: '',
    reasonError: '',
    isBusy: false,
    inspectionId: '',
  },
  /** One id a decision: pressing again after a lost answer decides once. */
  requestId: '',
  /** Everything of it that the viewer shows, in order. */
  evidence: [] as readonly ViewerItem[],

  onLoad(query: { id?: string }) {
    this.setData({ inspectionId: query.id ?? '' });
    this.requestId = newRequestId();
    void this.load();
  },

  async load() {
    try {
      requireNamed(this.data.inspectionId);
      const inspection = await readInspection(this.data.inspectionId);
      this.evidence = itemsOfRecord(inspection);
      this.setData({ state: 'ready', ...inspectionPage(inspection) });
    } catch (error) {
      this.setData({ state: failureState(error), message: (error as Error).message });
    }
  },

  async onApprove() {
    if (!(await confirm('审核通过', '通过后记录生效，并立即发送给下达接收人', '通过'))) return;
    await this.decide('审核通过', (command) => approveInspection({ ...command, reason: '' }));
  },

  onReject() {
    this.setData({ isRejecting: true, reasonError: '' });
  },

  onCloseReject() {
    this.setData({ isRejecting: false });
  },

  onReason(event: WechatMiniprogram.TextareaInput) {
    this.setData({ reason: event.detail.value, reasonError: '' });
  },

  async onConfirmReject() {
    const reason = this.data.reason.trim();
    if (reason === '') {
      this.setData({ reasonError: '缺少审核意见，请写明原因' });
      return;
    }
    await this.decide('已退回，审核未通过', (command) => rejectInspection({ ...command, reason }));
  },

  async onConfirm() {
    await this.decide('已确认共同检查', confirmInspection);
  },

  onResubmit() {
    void wx.navigateTo({ url: `/pages/inspection/report/report?correct=${this.data.inspectionId}` });
  },

  /** A photo by its problem and its place there. */
  onPhoto({ currentTarget, detail }: OfFinding<{ index: number }>) {
    const finding = this.data.findings.find(({ order }) => order === currentTarget.dataset.finding);
    this.showEvidence(finding?.photoIds[detail.index]);
  },

  onEvidence({ currentTarget }: WechatMiniprogram.CustomEvent<object, object, { id: string }>) {
    this.showEvidence(currentTarget.dataset.id);
  },

  onSignature() {
    this.showEvidence(this.data.attendance?.evidenceId);
  },

  showEvidence(id: string | undefined) {
    const at = this.evidence.findIndex(({ evidenceId }) => evidenceId === id);
    if (at < 0) return;
    showEvidence({ items: this.evidence, at, of: { inspectionId: this.data.inspectionId } });
  },

  onOpenRecord(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    void wx.navigateTo({ url: `/pages/inspection/detail/detail?id=${event.currentTarget.dataset.id}` });
  },

  /** The card opens only for who may read the record; everybody else meets this page's refusal. */
  onShareAppMessage(): ChatCard {
    const { state, inspectionId, title, typeName } = this.data;
    return state === 'ready' ? recordCardInChat(inspectionId, title, typeName) : HOME_CARD;
  },

  async decide(
    done: string,
    act: (command: { requestId: string; inspectionId: string }) => Promise<unknown>,
  ) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    try {
      await act({ requestId: this.requestId, inspectionId: this.data.inspectionId });
      this.requestId = newRequestId();
      this.setData({ isRejecting: false });
      tellDone(done);
      await this.load();
    } catch (error) {
      if (!isUnanswered(error)) this.requestId = newRequestId();
      await tellFailure(error);
      await this.load();
    } finally {
      this.setData({ isBusy: false });
    }
  },
});
