import { INSPECTION_LIMITS } from '../../../../domain/inspection/limits';
import { tellFailure } from '../../../../platform/dialogs';
import {
  attendanceDraft,
  attendanceEntry,
  attendanceFault,
  EMPTY_ATTENDANCE,
  withAttendant,
  type AttendanceEntry,
} from '../../../../view/report-attendance';
import type { AttendanceDraft } from '../../../../view/report-form';
import { keepSignature } from '../capture';

type Tap<Dataset extends object> = WechatMiniprogram.TouchEvent<object, object, Dataset>;

const SIGNATURE = '/pages/evidence/signature/signature';

/**
 * 现场签字: who of which unit was there, and their signature on the screen; or 拒签 and why. Tells done { attendance },
 * null where it was taken back, and close.
 */
Component({
  properties: {
    isOpen: Boolean,
    /** AttendanceDraft of the form, or null. */
    attendance: Object,
    /** [{ unitId, name }] of the project. */
    units: Array,
  },
  data: { entry: EMPTY_ATTENDANCE, error: '', isKept: false, limits: INSPECTION_LIMITS },
  observers: {
    isOpen(isOpen: boolean) {
      if (!isOpen) return;
      const attendance = (this.properties.attendance ?? null) as AttendanceDraft | null;
      this.setData({ entry: attendanceEntry(attendance), error: '', isKept: attendance !== null });
    },
  },
  methods: {
    put(change: Partial<AttendanceEntry>) {
      this.setData({ entry: { ...this.data.entry, ...change }, error: '' });
    },
    /** Whose signature it was is said, where it goes with them. */
    setAttendant(change: { unitId?: string; name?: string }) {
      const { entry } = this.data;
      const next = withAttendant(entry, change);
      const isGone = entry.signature !== null && next.signature === null;
      this.setData({ entry: next, error: isGone ? '姓名或单位已改，请重新签字' : '' });
    },
    onUnit({ currentTarget }: Tap<{ id: string }>) {
      this.setAttendant({ unitId: currentTarget.dataset.id });
    },
    onName({ detail }: WechatMiniprogram.Input) {
      this.setAttendant({ name: detail.value });
    },
    onWay({ currentTarget }: Tap<{ refused: boolean }>) {
      this.put({ isRefused: currentTarget.dataset.refused });
    },
    onRefusal({ detail }: WechatMiniprogram.TextareaInput) {
      this.put({ refusal: detail.value });
    },
    async onSign() {
      const { unitId, name } = this.data.entry;
      const units = this.properties.units as { unitId: string; name: string }[];
      const unit = units.find((each) => each.unitId === unitId)?.name ?? '';
      const { eventChannel } = await wx.navigateTo({
        url: SIGNATURE,
        events: { signed: ({ path }: { path: string }) => void this.keep(path) },
      });
      eventChannel.emit('sign', { name: name.trim(), unit });
    },
    async keep(path: string) {
      try {
        this.put({ signature: await keepSignature(path) });
      } catch (error) {
        void tellFailure(error);
      }
    },
    onDone() {
      const error = attendanceFault(this.data.entry);
      if (error === '') this.triggerEvent('done', { attendance: attendanceDraft(this.data.entry) });
      else this.setData({ error });
    },
    onTakeBack() {
      this.triggerEvent('done', { attendance: null });
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});
