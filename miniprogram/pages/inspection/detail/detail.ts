import { isUnanswered } from '../../../domain/errors';
import { INSPECTION_LIMITS } from '../../../domain/inspection/limits';
import { confirm, tellDone, tellFailure } from '../../../platform/dialogs';
import { newRequestId } from '../../../platform/request-id';
import { approveInspection, readInspection, rejectInspection } from '../../../services/inspection';
import { EMPTY_INSPECTION_PAGE, inspectionPage } from '../../../view/inspection-page';
import { failureState, requireNamed, type LoadState } from '../../../view/paged-list';

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
  },
  inspectionId: '',
  /** One id a decision: pressing again after a lost answer decides once. */
  requestId: '',

  onLoad(query: { id?: string }) {
    this.inspectionId = query.id ?? '';
    this.requestId = newRequestId();
    void this.load();
  },

  async load() {
    try {
      requireNamed(this.inspectionId);
      this.setData({ state: 'ready', ...inspectionPage(await readInspection(this.inspectionId)) });
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

  async decide(
    done: string,
    act: (command: { requestId: string; inspectionId: string }) => Promise<unknown>,
  ) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    try {
      await act({ requestId: this.requestId, inspectionId: this.inspectionId });
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
