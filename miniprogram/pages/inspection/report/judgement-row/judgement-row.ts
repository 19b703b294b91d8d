import {
  SEVERITIES,
  SUGGESTED_ACTIONS,
  type Severity,
  type SuggestedAction,
} from '../../../../domain/catalogue/catalogue';

const SEVERITY_LIST = (Object.keys(SEVERITIES) as Severity[]).map((value) => ({
  value,
  name: SEVERITIES[value],
}));
const ACTIONS = Object.keys(SUGGESTED_ACTIONS) as SuggestedAction[];
const LEFT_OPEN = '不指定';

interface Unit {
  readonly unitId: string;
  readonly name: string;
}

/** 判定 of a problem: one quiet line as the terms propose it; opened, each of it can be changed. Tells `judge` with what was. */
Component({
  properties: {
    /** Judgement of domain/inspection/propose-finding */
    judgement: Object,
    /** The same in words. */
    words: String,
    /** [{ unitId, name }] */
    units: Array,
  },
  data: {
    isOpen: false,
    severities: SEVERITY_LIST,
    actions: ACTIONS.map((action) => SUGGESTED_ACTIONS[action]),
    unitNames: [LEFT_OPEN],
    unitIndex: 0,
    actionIndex: 0,
  },
  observers: {
    'judgement, units'(judgement: { unitId: string | null; action: SuggestedAction } | null, units: Unit[]) {
      if (!judgement) return;
      this.setData({
        unitNames: [LEFT_OPEN, ...units.map(({ name }) => name)],
        unitIndex: units.findIndex(({ unitId }) => unitId === judgement.unitId) + 1,
        actionIndex: ACTIONS.indexOf(judgement.action),
      });
    },
  },
  methods: {
    onFold() {
      this.setData({ isOpen: !this.data.isOpen });
    },
    onSeverity(event: WechatMiniprogram.TouchEvent<object, object, { severity: Severity }>) {
      this.triggerEvent('judge', { severity: event.currentTarget.dataset.severity });
    },
    onUnit({ detail }: WechatMiniprogram.PickerChange) {
      const unit = (this.properties.units as Unit[])[Number(detail.value) - 1];
      this.triggerEvent('judge', { unitId: unit?.unitId ?? null });
    },
    onAction({ detail }: WechatMiniprogram.PickerChange) {
      this.triggerEvent('judge', { action: ACTIONS[Number(detail.value)] });
    },
    onDays({ detail }: WechatMiniprogram.Input) {
      this.triggerEvent('judge', { days: detail.value.trim() === '' ? null : Number(detail.value) });
    },
  },
});
