import { isUnanswered } from '../../../domain/errors';
import { INSPECTION_LIMITS } from '../../../domain/inspection/limits';
import { confirm, tellDone, tellFailure } from '../../../platform/dialogs';
import { newRequestId } from '../../../platform/request-id';
import {
  approveInspection,
  confirmInspection,
  readInspection,
  rejectInspection,
  type InspectionView,
} from '../../../services/inspection';
import { findingCards, unfolded } from '../../../view/inspection-finding';
import {
  EMPTY_INSPECTION_PAGE,
  HOME_CARD,
  inspectionPage,
  otherPeople,
  recordCardInChat,
  type ChatCard,
} from '../../../view/inspection-page';
import { failedRead, requireNamed, type LoadState } from '../../../view/load-state';
import { itemsOfRecord, type ViewerItem } from '../../../view/viewer';
import { showEvidence } from '../../show-evidence';

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
    /** The people beyond the first of each group, where they were asked for: label → a line each. */
    others: {} as Record<string, string[]>,
  },
  /** One id a decision: pressing again after a lost answer decides once. */
  requestId: '',
  record: null as InspectionView | null,
  /** Numbers of the problems that are unfolded. */
  open: [] as number[],
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
      this.record = await readInspection(this.data.inspectionId);
      this.evidence = itemsOfRecord(this.record);
      this.open = [];
      this.setData({ state: 'ready', message: '', others: {}, ...inspectionPage(this.record) });
    } catch (error) {
      this.setData(failedRead(error, this.data.state === 'ready'));
    }
  },

  onUnfold(event: WechatMiniprogram.TouchEvent<object, object, { order: number }>) {
    if (!this.record) return;
    const { order } = event.currentTarget.dataset;
    this.open = unfolded(this.open, order);
    // What is folded above it for that moves it.
    this.setData({ findings: findingCards(this.record.findings, this.open) }, () => {
      if (this.open.length > 1) void wx.pageScrollTo({ selector: `#finding-${order}`, duration: 0 });
    });
  },

  onMorePeople(event: WechatMiniprogram.TouchEvent<object, object, { label: string }>) {
    if (!this.record) return;
    const { label } = event.currentTarget.dataset;
    this.setData({ [`others.${label}`]: otherPeople(this.record, label) });
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
