import { DomainError, type ErrorCode } from '../../domain/errors';
import { sentenceOf } from '../../platform/dialogs';
import { leaveEntry } from '../../platform/navigation';
import { enter, loadHome } from '../../services/session';

/** Only another number helps. */
const OF_NUMBER: readonly ErrorCode[] = ['auth.phoneNotRegistered', 'auth.phoneBoundElsewhere'];

Page({
  data: { isBusy: false, refusal: '', needsOtherNumber: false, back: '' },

  onLoad(query: { back?: string; scene?: string }) {
    // There is nothing to go home to before entering.
    void wx.hideHomeButton();
    this.setData({ back: decodeURIComponent(query.back ?? '') });
    if (query.scene) void this.leaveIfKnown();
  },

  /** By the code on a station's wall comes also who entered before: they go straight on. */
  async leaveIfKnown() {
    try {
      if ((await loadHome()).entered) leaveEntry('');
    } catch {
      // The button stands there, and says what is wrong when it is tapped.
    }
  },

  async onPhone(event: { detail: { code?: string } }) {
    const { code } = event.detail;
    if (!code) {
      this.setData({ refusal: '没有取得手机号。进入系统需要验证微信绑定的手机号，请点击按钮并选择允许' });
      return;
    }
    this.setData({ isBusy: true, refusal: '', needsOtherNumber: false });
    try {
      await enter(code);
      leaveEntry(this.data.back);
    } catch (error) {
      const needsOtherNumber = error instanceof DomainError && OF_NUMBER.includes(error.code);
      this.setData({ refusal: sentenceOf(error), needsOtherNumber });
    } finally {
      this.setData({ isBusy: false });
    }
  },
});
