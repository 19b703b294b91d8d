import { INSPECTION_LIMITS } from '../../../../domain/inspection/limits';
import { PART_WHEEL } from '../../../../view/report-part';

/** 抽查部位: typed, turned on the wheel, or one of those used lately. Tells `input`, `wheel` with rows, `choose` with a part. */
Component({
  properties: {
    part: String,
    /** Parts used lately on this project. */
    parts: Array,
    error: String,
  },
  data: { wheel: PART_WHEEL, rows: [0, 0, 0], maxLength: INSPECTION_LIMITS.partLength },
  methods: {
    onInput({ detail }: WechatMiniprogram.Input) {
      this.triggerEvent('input', { value: detail.value });
    },
    onWheel({ detail }: WechatMiniprogram.PickerChange) {
      this.triggerEvent('wheel', { rows: (detail.value as unknown as number[]).map(Number) });
    },
    onPart(event: WechatMiniprogram.TouchEvent<object, object, { part: string }>) {
      this.triggerEvent('choose', { part: event.currentTarget.dataset.part });
    },
  },
});
